package dev.vitalcore.telemetry.application;

import dev.vitalcore.platform.log.Topics;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes log, ledger and series agree again after the machine went down under them (ADR 8). To be
 * run before the context is started; running it twice, or without need, changes nothing.
 */
public final class PowerCutRepair {
    private static final Logger LOG = LoggerFactory.getLogger(PowerCutRepair.class);

    /**
     * How far back the series are written again. The system writes within a minute, or ten where it
     * saves a laptop's battery.
     */
    private static final Duration UNSAFE = Duration.ofMinutes(10);

    private final TelemetryPorts ports;
    private final Runnable watch;

    /**
     * @param watch called several times a second while it takes long; ends the repair by throwing
     */
    public PowerCutRepair(TelemetryPorts ports, Runnable watch) {
        this.ports = ports;
        this.watch = watch;
    }

    /**
     * @throws dev.vitalcore.kernel.Fault (unavailable) when an engine fails; run it again then
     */
    public void run() {
        TelemetrySchema.migrate(ports.database());
        LostTail lost = new LostTail(ports.database());
        lost.forget(Topics.BLOCKS, ports.log().endOffsets(Topics.BLOCKS));
        lost.forget(Topics.DEAD_LETTERS, ports.log().endOffsets(Topics.DEAD_LETTERS));
        repairSeries();
    }

    private void repairSeries() {
        long newest = ports.database().read(SourceTable::newestRecordedNanos);
        if (newest == Long.MIN_VALUE) {
            return;
        }
        Map<Integer, Long> from =
                ports.log().offsetsFrom(Topics.BLOCKS, Math.max(0, newest - UNSAFE.toNanos()));
        Map<Integer, Long> to =
                ports.database().read(connection -> OffsetTable.load(connection, Topics.BLOCKS));
        long began = System.nanoTime();
        long blocks = new SeriesRepair(ports, from, to, watch).run();
        LOG.atInfo()
                .addKeyValue("blocks", blocks)
                .addKeyValue("took", Duration.ofNanos(System.nanoTime() - began))
                .log("the series store was given the blocks of the last minutes again");
    }
}
