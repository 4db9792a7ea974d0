package dev.vitalcore.app;

import dev.vitalcore.gateway.Gateway;
import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.GatewaySettings;
import dev.vitalcore.gateway.HealthCheck;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.openmeteo.OpenMeteo;
import dev.vitalcore.parquet.ParquetFormat;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.calls.GuardedDatabase;
import dev.vitalcore.platform.calls.GuardedSeriesStore;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.outbox.OutboxPorts;
import dev.vitalcore.platform.outbox.OutboxRelay;
import dev.vitalcore.platform.outbox.OutboxRoute;
import dev.vitalcore.platform.projection.ProjectionPorts;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.prometheus.PrometheusMeters;
import dev.vitalcore.questdb.QuestDbSeriesStore;
import dev.vitalcore.racecontrol.RaceControlContext;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.resilience.ResilientCalls;
import dev.vitalcore.sql.events.SqlSnapshots;
import dev.vitalcore.streams.SpeedLayer;
import dev.vitalcore.telemetry.TelemetryContext;
import dev.vitalcore.telemetry.TelemetrySettings;
import dev.vitalcore.telemetry.application.ExpectedSessions;
import dev.vitalcore.telemetry.application.Forecasts;
import dev.vitalcore.telemetry.application.StoreWriter;
import dev.vitalcore.telemetry.application.TelemetryPorts;
import dev.vitalcore.timing.application.Circuits;
import dev.vitalcore.timing.application.Corners;
import dev.vitalcore.timing.application.LapSeries;
import dev.vitalcore.timing.application.Overlays;
import dev.vitalcore.timing.application.TimingViews;
import dev.vitalcore.trackdata.PublishedTrackData;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole platform in this process: contexts over embedded engines, started in the order in which
 * they need each other and stopped in the opposite one. The only place that knows all of them.
 */
public final class Platform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);
    private static final int SPEED_LAYER_PARALLELISM = 2;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);

    private final Parts parts;
    private final DataDirectory directory;
    private final RunMark mark;
    private final QuestDbSeriesStore series;
    private final StoreWriter storeWriter;
    private final TimingViews timing;
    private final EventLog log;
    private final SpeedLayer speedLayer;
    private final Gateway gateway;
    private final Duration startedAfter;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicReference<@Nullable Fault> failure;
    private final Thread whenProcessEnds = new Thread(this::closeParts, "platform-stop");

    private Platform(PlatformSettings settings, Parts parts) {
        long began = System.nanoTime();
        this.parts = parts;
        failure = new AtomicReference<>();
        Path data = settings.data().orElseGet(() -> parts.add(TemporaryFolder.create()).path());
        directory = parts.add(DataDirectory.open(data));
        mark = parts.add(RunMark.in(directory.path()));
        parts.whenOneFailsToStop(mark::staysOpen);
        PortProbe.requireFree(settings.port());
        PlatformLog.writeTo(directory.path());

        Engines engines = Engines.open(settings, directory, parts, this::fail);
        series = engines.series();
        log = engines.log();
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
                        series,
                        InstantSource.system());
        GuardedCalls calls = ResilientCalls.of(CallPolicies.all());
        Database reads = new GuardedDatabase(engines.views(), calls, CallPolicies.SQL_READ);
        timing = parts.add(new TimingViews(reads, engines.schemas().timingEvents()));
        if (mark.machineWentDown()) {
            AfterPowerCut.repair(
                    directory, mark.ranBefore(), ports, timing, this::requireNoFailure);
        }
        requireNoFailure();
        if (settings.data().isPresent()) {
            mark.runs();
        }

        TelemetryContext telemetry =
                parts.add(
                        TelemetryContext.start(
                                ports,
                                ports.readBy(
                                        reads,
                                        new GuardedSeriesStore(
                                                series, calls, CallPolicies.SERIES_READ)),
                                telemetrySettings(settings)));
        storeWriter = telemetry.storeWriter();
        timing.start(log);
        outbox.start();
        speedLayer =
                parts.add(
                        SpeedLayer.start(
                                new SpeedLayer.Settings(
                                        engines.brokers(),
                                        directory.resolve("speed-layer"),
                                        SPEED_LAYER_PARALLELISM,
                                        CHECKPOINT_INTERVAL),
                                engines.schemas().snapshot()));
        Circuits circuits = circuits(settings, calls);
        PlatformSagas sagas =
                PlatformSagas.start(
                        engines,
                        raceControl,
                        new PlatformSagas.Asked(
                                telemetry.ingest(),
                                () -> whyNotTimed(speedLayer),
                                circuits,
                                new FreeSpace(directory.path())::beyondLeast),
                        parts);
        List<HealthCheck> health =
                new PlatformHealth(
                                () -> Optional.ofNullable(failure.get()),
                                speedLayer,
                                series,
                                storeWriter,
                                timing,
                                raceControl.views(),
                                outbox)
                        .checks();
        PrometheusMeters metrics = parts.add(new PrometheusMeters());
        PlatformMeters meters = new PlatformMeters(metrics);
        meters.calls(calls);
        meters.lag("store_writer", storeWriter::lag);
        meters.lag("timing_views", timing::lag);
        meters.lag("outbox", outbox::lag);
        meters.projections(raceControl.views());
        meters.ingest(telemetry.ingest());
        meters.components(health);
        meters.freeSpace(new FreeSpace(directory.path()));
        gateway =
                parts.add(
                        Gateway.start(
                                new GatewayServices(
                                        services(
                                                telemetry,
                                                sagas.expected(),
                                                forecasts(settings, calls)),
                                        new GatewayServices.Decisions(
                                                raceControl.sessions(),
                                                raceControl.views(),
                                                sagas.sagas(),
                                                sagas.opening(),
                                                sagas.notices()),
                                        services(timing, telemetry.calculatingStore(), circuits),
                                        new GatewayServices.Log(
                                                engines.log(),
                                                engines.schemas().blocks(),
                                                engines.registry(),
                                                new ParquetFormat()),
                                        new GatewayServices.Operations(calls, metrics, health)),
                                GatewaySettings.loopback(settings.port())));
        startedAfter = Duration.ofNanos(System.nanoTime() - began);
    }

    /**
     * Starts everything; ready to serve when it returns.
     *
     * @throws Fault when the data directory, a port or an engine cannot be had; what was started is
     *     stopped again
     */
    public static Platform start(PlatformSettings settings) {
        Parts parts = new Parts();
        try {
            Platform platform = new Platform(settings, parts);
            Runtime.getRuntime().addShutdownHook(platform.whenProcessEnds);
            return platform;
        } catch (RuntimeException | Error failed) {
            parts.close();
            throw failed;
        }
    }

    /** Where the page is. */
    public URI address() {
        return gateway.address();
    }

    public Path directory() {
        return directory.path();
    }

    public Duration startedAfter() {
        return startedAfter;
    }

    public SeriesStore series() {
        return series;
    }

    public TimingViews timing() {
        return timing;
    }

    public EventLog log() {
        return log;
    }

    public SpeedLayer speedLayer() {
        return speedLayer;
    }

    /** Records that the store writer and the timing views still have before them. */
    public long waitingRecords() {
        return storeWriter.lag() + timing.lag();
    }

    /**
     * Waits until the platform is told to stop.
     *
     * @throws Fault when an engine failed for good
     */
    public void awaitStop() throws InterruptedException {
        stop.await();
        requireNoFailure();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(whenProcessEnds);
        } catch (IllegalStateException processEnds) {
            LOG.atDebug().log("the process ends; the hook closes the parts");
        }
        closeParts();
    }

    private void closeParts() {
        stop.countDown();
        parts.close();
    }

    private void fail(Fault fault) {
        LOG.atError().setCause(fault).addKeyValue("remedy", fault.remedy()).log("the log failed");
        failure.compareAndSet(null, fault);
        mark.staysOpen();
        stop.countDown();
    }

    private void requireNoFailure() {
        Fault fault = failure.get();
        if (fault != null) {
            throw fault;
        }
    }

    private Optional<String> whyNotTimed(SpeedLayer speedLayer) {
        SpeedLayer.Status status = speedLayer.status();
        return status.state() == SpeedLayer.State.RUNNING
                ? timing.failure()
                : Optional.of("the speed layer does not run: " + status.detail());
    }

    private static TelemetrySettings telemetrySettings(PlatformSettings settings) {
        TelemetrySettings defaults = TelemetrySettings.defaults();
        return new TelemetrySettings(
                defaults.limits(),
                settings.calibrations(),
                defaults.silentAfter(),
                defaults.writerRest());
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

    private Forecasts forecasts(PlatformSettings settings, GuardedCalls calls) {
        return new Forecasts(
                settings.providers().weather().map(address -> parts.add(new OpenMeteo(address))),
                calls,
                InstantSource.system());
    }

    private Circuits circuits(PlatformSettings settings, GuardedCalls calls) {
        return new Circuits(
                settings.providers()
                        .trackData()
                        .map(address ->
                                parts.add(
                                        new PublishedTrackData(
                                                address,
                                                directory.resolve("track-data"),
                                                InstantSource.system()))),
                calls,
                InstantSource.system());
    }

    private static GatewayServices.Telemetry services(
            TelemetryContext telemetry, ExpectedSessions expected, Forecasts forecasts) {
        return new GatewayServices.Telemetry(
                telemetry.ingest(),
                telemetry.sessions(),
                expected,
                telemetry.ledgers(),
                telemetry.deadLetters(),
                telemetry.series(),
                telemetry.raceControl(),
                telemetry.mathChannels(),
                forecasts);
    }

    private static GatewayServices.Timing services(
            TimingViews timing, SeriesStore samples, Circuits circuits) {
        return new GatewayServices.Timing(
                timing,
                new LapSeries(timing, samples),
                new Overlays(timing, samples),
                new Corners(timing, samples),
                circuits);
    }
}
