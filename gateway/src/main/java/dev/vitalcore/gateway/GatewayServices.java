package dev.vitalcore.gateway;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.metrics.MetricsText;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.platform.table.TableFormat;
import dev.vitalcore.racecontrol.application.CarOnboarding;
import dev.vitalcore.racecontrol.application.SessionOpening;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.application.view.RaceViews;
import dev.vitalcore.telemetry.application.DeadLetters;
import dev.vitalcore.telemetry.application.ExpectedSessions;
import dev.vitalcore.telemetry.application.Forecasts;
import dev.vitalcore.telemetry.application.Ingest;
import dev.vitalcore.telemetry.application.Ledgers;
import dev.vitalcore.telemetry.application.MathChannels;
import dev.vitalcore.telemetry.application.RaceControlQueries;
import dev.vitalcore.telemetry.application.SeriesQueries;
import dev.vitalcore.telemetry.application.SessionCatalogue;
import dev.vitalcore.timing.application.Circuits;
import dev.vitalcore.timing.application.Corners;
import dev.vitalcore.timing.application.LapSeries;
import dev.vitalcore.timing.application.Overlays;
import dev.vitalcore.timing.application.TimingViews;
import java.util.List;

/** Everything the HTTP face needs, handed over by the program, which also closes it. */
public record GatewayServices(
        Telemetry telemetry, Decisions decisions, Timing timing, Log log, Operations operations) {
    /** What came in, and what can be computed of it. */
    public record Telemetry(
            Ingest ingest,
            SessionCatalogue sessions,
            ExpectedSessions expected,
            Ledgers ledgers,
            DeadLetters deadLetters,
            SeriesQueries series,
            RaceControlQueries signals,
            MathChannels mathChannels,
            Forecasts forecasts) {}

    /** What was decided, and what goes on because of it. */
    public record Decisions(
            Sessions sessions,
            RaceViews raceViews,
            Sagas sagas,
            SessionOpening opening,
            CarOnboarding onboarding,
            NoticeBoard notices) {}

    /** Laps, standings, samples along them, and circuits as they are published. */
    public record Timing(
            TimingViews views,
            LapSeries lapSeries,
            Overlays overlays,
            Corners corners,
            Circuits circuits) {}

    /** The log, and the forms in which its values come and go. */
    public record Log(
            EventLog events,
            Codec<TelemetryBlock> blocks,
            SchemaRegistry schemas,
            TableFormat parquet) {}

    /** How the platform itself does. */
    public record Operations(GuardedCalls calls, MetricsText metrics, List<HealthCheck> health) {
        public Operations {
            health = List.copyOf(health);
        }
    }
}
