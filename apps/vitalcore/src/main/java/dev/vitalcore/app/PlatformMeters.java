package dev.vitalcore.app;

import dev.vitalcore.gateway.HealthCheck;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.metrics.Meter;
import dev.vitalcore.platform.metrics.Meters;
import dev.vitalcore.platform.projection.GenerationStatus;
import dev.vitalcore.racecontrol.application.view.RaceViews;
import dev.vitalcore.telemetry.application.Ingest;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Registers what the platform measures of itself; docs/metrics.md lists it. */
final class PlatformMeters {
    private static final Meter LAG =
            Meter.of(
                    "vitalcore_lag_records",
                    "Records of the log that a reader has still before it.");
    private static final Meter GAPS =
            Meter.of(
                    "vitalcore_reader_gaps",
                    "Streams that a reader does not follow, since one of their events is missing.");
    private static final Meter UNREADABLE =
            Meter.of(
                    "vitalcore_unreadable_records_total",
                    "Records of the log that a reader passed over with a dead letter.");
    private static final Meter BLOCKS =
            Meter.of("vitalcore_ingest_blocks_total", "Blocks that ingest was sent, by result.");
    private static final Meter MISSING =
            Meter.of(
                    "vitalcore_ledger_missing_blocks",
                    "Blocks that are not here and of which later ones are.");
    private static final Meter SOURCES =
            Meter.of("vitalcore_ledger_sources", "Sources that have a ledger.");
    private static final Meter UP =
            Meter.of("vitalcore_component_up", "1 where a component works, 0 where it does not.");
    private static final Meter FREE =
            Meter.of("vitalcore_disk_free_bytes", "Free space of the disk with the data.");

    private static final Meter PROJECTION_LAG =
            Meter.of(
                    "vitalcore_projection_lag_events",
                    "Events of the store that a view does not show yet.");
    private static final Meter PARKED =
            Meter.of(
                    "vitalcore_projection_parked_streams",
                    "Streams that a view does not follow, since it could not take in an event.");

    private final Meters meters;
    private final Samples samples;

    /**
     * @param samples for what is not known at once
     */
    PlatformMeters(Meters meters, Samples samples) {
        this.meters = meters;
        this.samples = samples;
    }

    void calls(GuardedCalls calls) {
        new CallMeters(meters, calls).register();
    }

    /** How far a reader of the log is behind. */
    void lag(String reader, DoubleSupplier records) {
        meters.gauge(LAG.with("reader", reader), records);
    }

    /** What a reader of the log waits for in vain. */
    void gaps(String reader, DoubleSupplier streams) {
        meters.gauge(GAPS.with("reader", reader), streams);
    }

    /** What a reader of the log passed over. */
    void unreadable(String reader, DoubleSupplier records) {
        meters.total(UNREADABLE.with("reader", reader), records);
    }

    /** How the views of what was decided follow it. */
    void projections(RaceViews views) {
        views.projections()
                .forEach((name, runner) -> {
                    Sampled lag = samples.of(runner::lag);
                    Sampled parked =
                            samples.of(() ->
                                    runner.status().generations().stream()
                                            .mapToInt(GenerationStatus::parkedStreams)
                                            .sum());
                    meters.gauge(PROJECTION_LAG.with("projection", name), lag::gauge);
                    meters.gauge(PARKED.with("projection", name), parked::gauge);
                });
    }

    void ingest(Ingest ingest) {
        blocks("accepted", () -> ingest.totals().accepted());
        blocks("duplicate", () -> ingest.totals().duplicate());
        blocks("refused", () -> ingest.totals().refused());
        meters.gauge(MISSING, () -> ingest.totals().missing());
        meters.gauge(SOURCES, () -> ingest.totals().sources());
    }

    void components(List<HealthCheck> checks) {
        for (HealthCheck check : checks) {
            meters.gauge(UP.with("component", check.component()), () -> check.check().up() ? 1 : 0);
        }
    }

    void freeSpace(LongSupplier bytes) {
        meters.gauge(FREE, bytes::getAsLong);
    }

    private void blocks(String result, DoubleSupplier count) {
        meters.total(BLOCKS.with("result", result), count);
    }
}
