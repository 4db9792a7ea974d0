package dev.vitalcore.app;

import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.openmeteo.OpenMeteo;
import dev.vitalcore.parquet.ParquetFormat;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.calls.GuardedDatabase;
import dev.vitalcore.platform.calls.GuardedSeriesStore;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.outbox.OutboxPorts;
import dev.vitalcore.platform.outbox.OutboxRelay;
import dev.vitalcore.platform.outbox.OutboxRoute;
import dev.vitalcore.platform.projection.ProjectionPorts;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.racecontrol.RaceControlContext;
import dev.vitalcore.racecontrol.application.DecisionNotices;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.resilience.ResilientCalls;
import dev.vitalcore.sql.events.SqlSnapshots;
import dev.vitalcore.telemetry.TelemetryContext;
import dev.vitalcore.telemetry.TelemetrySettings;
import dev.vitalcore.telemetry.application.Forecasts;
import dev.vitalcore.telemetry.application.TelemetryPorts;
import dev.vitalcore.timing.application.Circuits;
import dev.vitalcore.timing.application.Corners;
import dev.vitalcore.timing.application.LapSeries;
import dev.vitalcore.timing.application.Overlays;
import dev.vitalcore.timing.application.TimingViews;
import dev.vitalcore.trackdata.PublishedTrackData;
import java.time.InstantSource;
import java.util.Set;

/**
 * The contexts over the engines, each started where those it needs are there; they know nothing of
 * each other.
 *
 * @param calls what may fail or hang is called by
 * @param raceControl decides
 * @param outbox publishes what was decided
 * @param notices what people are told
 * @param decisionNotices tells them of decisions that concern everybody
 * @param forecasts of a provider of weather, if one is named
 * @param circuits of a provider of track data, if one is named
 */
record Contexts(
        GuardedCalls calls,
        RaceControlContext raceControl,
        OutboxRelay outbox,
        NoticeBoard notices,
        DecisionNotices decisionNotices,
        TelemetryContext telemetry,
        TimingViews timing,
        Forecasts forecasts,
        Circuits circuits) {
    /** What has to be done before anything reads the log. */
    @FunctionalInterface
    interface BeforeReading {
        void run(OnTheLog contexts);
    }

    /** What writes the log or makes something of it, before it begins. */
    record OnTheLog(TelemetryPorts telemetry, TimingViews timing, OutboxRelay outbox) {}

    /**
     * @param parts take what was started, also where something else fails
     */
    static Contexts start(
            PlatformSettings settings, Engines engines, Parts parts, BeforeReading before) {
        RaceControlContext raceControl =
                parts.add(
                        RaceControlContext.start(
                                new ProjectionPorts(
                                        engines.events(), engines.views(), InstantSource.system()),
                                engines.schemas().raceEvents(),
                                new SqlSnapshots(engines.here())));
        OutboxRelay outbox = parts.add(relay(engines));
        TelemetryPorts ports =
                new TelemetryPorts(
                        engines.log(),
                        engines.schemas().blocks(),
                        engines.schemas().deadLetters(),
                        engines.views(),
                        engines.series(),
                        InstantSource.system());
        GuardedCalls calls = ResilientCalls.of(CallPolicies.all());
        Database reads = new GuardedDatabase(engines.views(), calls, CallPolicies.SQL_READ);
        TimingViews timing =
                parts.add(
                        new TimingViews(engines.views(), reads, engines.schemas().timingEvents()));
        before.run(new OnTheLog(ports, timing, outbox));
        GuardedSeriesStore series =
                new GuardedSeriesStore(engines.series(), calls, CallPolicies.SERIES_READ);
        TelemetryContext telemetry =
                parts.add(
                        TelemetryContext.start(
                                ports, ports.readBy(reads, series), telemetrySettings(settings)));
        timing.start(engines.log());
        NoticeBoard notices = new NoticeBoard(engines.here());
        DecisionNotices decisionNotices =
                parts.add(
                        new DecisionNotices(
                                new DecisionNotices.Ports(
                                        engines.here(),
                                        notices,
                                        engines.schemas().raceDecisions(),
                                        engines.schemas().raceEvents(),
                                        engines.schemas().deadLetters())));
        decisionNotices.start(engines.log(), EpochNanos.of(InstantSource.system().instant()));
        outbox.start();
        return new Contexts(
                calls,
                raceControl,
                outbox,
                notices,
                decisionNotices,
                telemetry,
                timing,
                forecasts(settings, calls, parts),
                circuits(settings, engines, calls, parts));
    }

    private static OutboxRelay relay(Engines engines) {
        return new OutboxRelay(
                new OutboxPorts(
                        engines.events(),
                        engines.here(),
                        engines.log(),
                        engines.schemas().raceDecisions()),
                new OutboxRoute("race", Set.of(Sessions.CATEGORY), Topics.raceDecisions()));
    }

    private static TelemetrySettings telemetrySettings(PlatformSettings settings) {
        TelemetrySettings defaults = TelemetrySettings.defaults();
        return new TelemetrySettings(
                defaults.limits(),
                settings.calibrations(),
                defaults.silentAfter(),
                defaults.writerRest());
    }

    private static Forecasts forecasts(PlatformSettings settings, GuardedCalls calls, Parts parts) {
        return new Forecasts(
                settings.providers().weather().map(address -> parts.add(new OpenMeteo(address))),
                calls,
                InstantSource.system());
    }

    private static Circuits circuits(
            PlatformSettings settings, Engines engines, GuardedCalls calls, Parts parts) {
        return new Circuits(
                settings.providers()
                        .trackData()
                        .map(address ->
                                parts.add(
                                        new PublishedTrackData(
                                                address,
                                                engines.directory().resolve("track-data"),
                                                InstantSource.system()))),
                calls,
                InstantSource.system());
    }

    /** What the HTTP face asks. */
    GatewayServices services(Engines engines, PlatformSagas sagas, Operations operations) {
        return new GatewayServices(
                new GatewayServices.Telemetry(
                        telemetry.ingest(),
                        telemetry.sessions(),
                        sagas.expected(),
                        telemetry.ledgers(),
                        telemetry.deadLetters(),
                        telemetry.series(),
                        telemetry.raceControl(),
                        telemetry.mathChannels(),
                        forecasts),
                new GatewayServices.Decisions(
                        raceControl.sessions(),
                        raceControl.views(),
                        sagas.sagas(),
                        sagas.opening(),
                        sagas.onboarding(),
                        notices),
                new GatewayServices.Timing(
                        timing,
                        new LapSeries(timing, telemetry.calculatingStore()),
                        new Overlays(timing, telemetry.calculatingStore()),
                        new Corners(timing, telemetry.calculatingStore()),
                        circuits),
                new GatewayServices.Log(
                        engines.log(),
                        engines.schemas().blocks(),
                        engines.registry(),
                        new ParquetFormat()),
                new GatewayServices.Operations(calls, operations.metrics(), operations.health()));
    }
}
