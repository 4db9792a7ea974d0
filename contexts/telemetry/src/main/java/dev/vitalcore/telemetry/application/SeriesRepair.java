package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.LogRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes blocks to the series store again that it was given before, in the batches in which the log
 * gives them: what it still has is not changed. One use only, while nobody else writes.
 */
final class SeriesRepair {
    /** So that the store's own log of what is to be applied stays short. */
    private static final int BATCHES_BETWEEN_SETTLING = 8;

    private final TelemetryPorts ports;
    private final BlockReading reading;
    private final Runnable watch;
    private int unsettled;
    private long written;

    /**
     * @param from a place in each partition of {@code telemetry.blocks}
     * @param to up to where blocks were written, a partition that is not named: not at all
     * @param watch called several times a second; ends the repair by throwing
     */
    SeriesRepair(
            TelemetryPorts ports, Map<Integer, Long> from, Map<Integer, Long> to, Runnable watch) {
        this(ports, from, to, watch, BlockReading.PATIENCE);
    }

    SeriesRepair(
            TelemetryPorts ports,
            Map<Integer, Long> from,
            Map<Integer, Long> to,
            Runnable watch,
            Duration patience) {
        this.ports = ports;
        this.reading = new BlockReading(ports.log(), from, to, patience);
        this.watch = watch;
    }

    /**
     * @return how many blocks were written
     * @throws Fault (unavailable) when the log cannot be read or the store cannot be written, for
     *     longer than either needs to come back; or what the watch throws
     */
    long run() {
        try {
            reading.run(this::write, unused -> watch.run()).ifPresent(SeriesRepair::fail);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted");
        }
        return written;
    }

    private void write(List<LogRecord> records, boolean last) {
        List<TelemetryBlock> blocks = new ArrayList<>(records.size());
        records.forEach(record -> decodeInto(blocks, record));
        // Those that the store cannot take are dead letters since the first time.
        int kept = blocks.size() - SeriesWriting.write(ports.series(), blocks).size();
        unsettled++;
        if (last || unsettled >= BATCHES_BETWEEN_SETTLING) {
            // Seen by queries is as far as the store can be brought; and it cannot fall behind.
            ports.series().settle();
            unsettled = 0;
        }
        written += kept;
    }

    private void decodeInto(List<TelemetryBlock> blocks, LogRecord record) {
        try {
            blocks.add(ports.blocks().decode(record.value()));
        } catch (Fault undecodable) {
            // It is a dead letter since it was read for the first time.
            return;
        }
    }

    private static void fail(String why) {
        throw Fault.unavailable(
                "series-not-repaired",
                "the samples of the last minutes could not be written again: " + why,
                "see the cause and start again: it is tried anew at each start until it succeeds");
    }
}
