package dev.vitalcore.app;

import dev.vitalcore.gateway.HealthCheck;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.prometheus.PrometheusMeters;
import dev.vitalcore.racecontrol.application.view.RaceViews;
import dev.vitalcore.streams.SpeedLayer;
import dev.vitalcore.telemetry.TelemetryContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How the platform itself does: checks, and what it measures of itself. */
record Operations(PrometheusMeters metrics, List<HealthCheck> health) {
    /**
     * @param logFailure why the log failed for good; empty while it works
     */
    static Operations of(
            Contexts contexts,
            Engines engines,
            SpeedLayer speedLayer,
            Supplier<Optional<Fault>> logFailure,
            Parts parts) {
        TelemetryContext telemetry = contexts.telemetry();
        RaceViews raceViews = contexts.raceControl().views();
        Samples samples = parts.add(new Samples());
        Sampled raceViewsLag = samples.of(raceViews::lag);
        Sampled outboxLag = samples.of(contexts.outbox()::lag);
        List<HealthCheck> health =
                new PlatformHealth(
                                logFailure,
                                speedLayer,
                                engines.series(),
                                telemetry.storeWriter(),
                                contexts.timing(),
                                raceViews,
                                raceViewsLag,
                                contexts.outbox(),
                                outboxLag,
                                contexts.decisionNotices())
                        .checks();
        PrometheusMeters metrics = parts.add(new PrometheusMeters());
        PlatformMeters meters = new PlatformMeters(metrics, samples);
        meters.calls(contexts.calls());
        meters.lag("store_writer", telemetry.storeWriter()::lag);
        meters.lag("timing_views", contexts.timing()::lag);
        meters.lag("notices", contexts.decisionNotices()::lag);
        meters.gaps("notices", () -> contexts.decisionNotices().gaps().size());
        meters.unreadable("notices", contexts.decisionNotices()::unreadable);
        meters.lag("outbox", outboxLag::gauge);
        meters.projections(raceViews);
        meters.ingest(telemetry.ingest());
        meters.components(health);
        meters.freeSpace(new FreeSpace(engines.directory().path()));
        return new Operations(metrics, health);
    }
}
