package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Writes blocks to the series store again that it was given before, in the batches in which the log
 * gives them: what it still has is not changed. One use only, while nobody else writes.
 */
final class SeriesRepair {
    private static final long CHECK_MILLIS = 50;

    private final TelemetryPorts ports;
    private final Map<Integer, Long> next;
    private final Map<Integer, Long> end;
    private final CountDownLatch reached = new CountDownLatch(1);
    private long written;

    /**
     * @param from a place in each partition of {@code telemetry.blocks}
     * @param to up to where blocks were written, a partition that is not named: not at all
     */
    SeriesRepair(TelemetryPorts ports, Map<Integer, Long> from, Map<Integer, Long> to) {
        this.ports = ports;
        this.next = new HashMap<>(from);
        this.end = new HashMap<>(to);
    }

    /**
     * @return how many blocks were written
     * @throws Fault (unavailable) when the log cannot be read or the store cannot be written
     */
    long run() {
        if (isComplete()) {
            return 0;
        }
        try (Subscription reading =
                ports.log().readFrom(Topics.BLOCKS, Map.copyOf(next), this::write)) {
            // No lag short of the end: the log has forgotten the records between.
            while (!reached.await(CHECK_MILLIS, TimeUnit.MILLISECONDS) && reading.lag() > 0) {
                reading.failure().ifPresent(SeriesRepair::fail);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted");
        }
        return written;
    }

    private void write(List<LogRecord> records) {
        if (isComplete()) {
            return; // what follows is the store writer's
        }
        List<TelemetryBlock> blocks = new ArrayList<>(records.size());
        for (LogRecord record : records) {
            if (record.offset() < end.getOrDefault(record.partition(), 0L)) {
                decodeInto(blocks, record);
            }
        }
        // Those that the store cannot take are dead letters since the first time.
        written += blocks.size() - SeriesWriting.write(ports.series(), blocks).size();
        // Seen by queries is as far as the store can be brought; and it cannot fall behind.
        ports.series().settle();
        records.forEach(record -> next.put(record.partition(), record.offset() + 1));
        if (isComplete()) {
            reached.countDown();
        }
    }

    private void decodeInto(List<TelemetryBlock> blocks, LogRecord record) {
        try {
            blocks.add(ports.blocks().decode(record.value()));
        } catch (Fault undecodable) {
            // It is a dead letter since it was read for the first time.
            return;
        }
    }

    private boolean isComplete() {
        return end.entrySet().stream()
                .allMatch(entry -> next.getOrDefault(entry.getKey(), 0L) >= entry.getValue());
    }

    private static void fail(String why) {
        throw Fault.unavailable(
                "series-not-repaired",
                "the samples of the last minutes could not be written again: " + why,
                "see the cause and start again: it is tried anew at each start until it succeeds");
    }
}
