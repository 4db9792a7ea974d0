package dev.vitalcore.gateway;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.metrics.MetricsText;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.platform.table.TableFormat;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.application.view.RaceViews;
import dev.vitalcore.telemetry.application.DeadLetters;
import dev.vitalcore.telemetry.application.Forecasts;
import dev.vitalcore.telemetry.application.Ingest;
import dev.vitalcore.telemetry.application.Ledgers;
import dev.vitalcore.telemetry.application.MathChannels;
import dev.vitalcore.telemetry.application.RaceControlQueries;
import dev.vitalcore.telemetry.application.SeriesQueries;
import dev.vitalcore.telemetry.application.SessionCatalogue;
import dev.vitalcore.timing.application.Corners;
import dev.vitalcore.timing.application.LapSeries;
import dev.vitalcore.timing.application.Overlays;
import dev.vitalcore.timing.application.TimingViews;
import java.util.List;

/** Everything the HTTP face needs, handed over by the program, which also closes it. */
public record GatewayServices(
        Ingest ingest,
        SessionCatalogue sessions,
        Ledgers ledgers,
        DeadLetters deadLetters,
        SeriesQueries series,
        RaceControlQueries raceControl,
        MathChannels mathChannels,
        Sessions decisions,
        RaceViews raceViews,
        Sagas sagas,
        TimingViews timing,
        LapSeries lapSeries,
        Overlays overlays,
        Corners corners,
        EventLog log,
        Codec<TelemetryBlock> blocks,
        SchemaRegistry schemas,
        TableFormat parquet,
        Forecasts forecasts,
        GuardedCalls calls,
        MetricsText metrics,
        List<HealthCheck> health) {
    public GatewayServices {
        health = List.copyOf(health);
    }
}
