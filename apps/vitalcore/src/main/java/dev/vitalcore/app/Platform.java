package dev.vitalcore.app;

import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.gateway.Gateway;
import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.GatewaySettings;
import dev.vitalcore.gateway.HealthCheck;
import dev.vitalcore.gateway.HealthCheck.Health;
import dev.vitalcore.kafka.EmbeddedKafka;
import dev.vitalcore.kafka.EmbeddedKafkaSettings;
import dev.vitalcore.kafka.KafkaEventLog;
import dev.vitalcore.kafka.KafkaEventLogSettings;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.openmeteo.OpenMeteo;
import dev.vitalcore.parquet.ParquetFormat;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.calls.GuardedDatabase;
import dev.vitalcore.platform.calls.GuardedSeriesStore;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.metrics.Meters;
import dev.vitalcore.platform.projection.ProjectionPorts;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.platform.saga.StepCodes;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.prometheus.PrometheusMeters;
import dev.vitalcore.questdb.QuestDbSeriesStore;
import dev.vitalcore.racecontrol.RaceControlContext;
import dev.vitalcore.racecontrol.application.SessionOpening;
import dev.vitalcore.racecontrol.application.StorageReservations;
import dev.vitalcore.resilience.ResilientCalls;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import dev.vitalcore.streams.SpeedLayer;
import dev.vitalcore.telemetry.TelemetryContext;
import dev.vitalcore.telemetry.TelemetrySettings;
import dev.vitalcore.telemetry.application.Forecasts;
import dev.vitalcore.telemetry.application.Ingest;
import dev.vitalcore.telemetry.application.StoreWriter;
import dev.vitalcore.telemetry.application.TelemetryPorts;
import dev.vitalcore.telemetry.application.WeatherForecasts;
import dev.vitalcore.timing.application.Corners;
import dev.vitalcore.timing.application.LapSeries;
import dev.vitalcore.timing.application.Overlays;
import dev.vitalcore.timing.application.TimingViews;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
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
    private static final int SAGA_THREADS = 4;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);

    private final Parts parts;
    private final DataDirectory directory;
    private final RunMark mark;
    private final QuestDbSeriesStore series;
    private final StoreWriter storeWriter;
    private final TimingViews timing;
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

        EmbeddedKafka broker =
                parts.add(
                        EmbeddedKafka.start(
                                EmbeddedKafkaSettings.in(directory.resolve("kafka")), this::fail));
        EventLog log =
                new SpaceGuardedLog(
                        parts.add(
                                new KafkaEventLog(
                                        KafkaEventLogSettings.at(broker.bootstrapServers()))),
                        directory.path(),
                        new FreeSpace(directory.path()),
                        DataDirectory.LEAST_FREE_BYTES);
        log.ensureTopic(Topics.blocks());
        log.ensureTopic(Topics.deadLetters());
        log.ensureTopic(Topics.timingEvents());

        Database database = parts.add(SqliteDatabase.open(directory.resolve("views.db")));
        Database decisions = parts.add(SqliteDatabase.open(directory.resolve("events.db")));
        EventStore events = parts.add(new SqlEventStore(decisions, InstantSource.system()));
        SchemaRegistry registry = PlatformSchemas.registry(settings, decisions, parts);
        LogSchemas schemas = PlatformSchemas.registered(registry);
        RaceControlContext raceControl =
                parts.add(
                        RaceControlContext.start(
                                new ProjectionPorts(events, database, InstantSource.system()),
                                schemas.raceEvents()));
        Path seriesDirectory = directory.resolve("series");
        series = parts.add(WithoutBanner.call(() -> QuestDbSeriesStore.open(seriesDirectory)));
        Codec<TelemetryBlock> blocks = schemas.blocks();
        TelemetryPorts ports =
                new TelemetryPorts(
                        log,
                        blocks,
                        schemas.deadLetters(),
                        database,
                        series,
                        InstantSource.system());
        GuardedCalls calls = ResilientCalls.of(CallPolicies.all());
        Database reads = new GuardedDatabase(database, calls, CallPolicies.SQL_READ);
        timing = parts.add(new TimingViews(reads, schemas.timingEvents()));
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
        SpeedLayer speedLayer =
                parts.add(
                        SpeedLayer.start(
                                new SpeedLayer.Settings(
                                        broker.bootstrapServers(),
                                        directory.resolve("speed-layer"),
                                        SPEED_LAYER_PARALLELISM,
                                        CHECKPOINT_INTERVAL),
                                schemas.snapshot()));
        Sagas sagas =
                parts.add(
                        startSagas(
                                events,
                                schemas.sagaEvents(),
                                new SessionOpening(
                                        raceControl.sessions(),
                                        new StorageReservations(decisions),
                                        new FreeSpace(directory.path())::beyondLeast)));
        List<HealthCheck> health = health(speedLayer);
        PrometheusMeters metrics = parts.add(new PrometheusMeters());
        meter(metrics, calls, telemetry.ingest(), health);
        gateway =
                parts.add(
                        Gateway.start(
                                new GatewayServices(
                                        telemetry.ingest(),
                                        telemetry.sessions(),
                                        telemetry.ledgers(),
                                        telemetry.deadLetters(),
                                        telemetry.series(),
                                        telemetry.raceControl(),
                                        telemetry.mathChannels(),
                                        raceControl.sessions(),
                                        raceControl.views(),
                                        sagas,
                                        timing,
                                        new LapSeries(timing, telemetry.calculatingStore()),
                                        new Overlays(timing, telemetry.calculatingStore()),
                                        new Corners(timing, telemetry.calculatingStore()),
                                        log,
                                        blocks,
                                        registry,
                                        new ParquetFormat(),
                                        new Forecasts(
                                                settings.weather().map(this::provider),
                                                calls,
                                                InstantSource.system()),
                                        calls,
                                        metrics,
                                        health),
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

    TimingViews timing() {
        return timing;
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

    private static Sagas startSagas(
            EventStore events, EventFormat<SagaEvent> format, SessionOpening opening) {
        return Sagas.start(
                new Sagas.Ports(events, format, new LoggedNotices(), InstantSource.system()),
                new StepCodes(Map.of(SessionOpening.PLAN, opening.codes())),
                SAGA_THREADS);
    }

    private static TelemetrySettings telemetrySettings(PlatformSettings settings) {
        TelemetrySettings defaults = TelemetrySettings.defaults();
        return new TelemetrySettings(
                defaults.limits(),
                settings.calibrations(),
                defaults.silentAfter(),
                defaults.writerRest());
    }

    private WeatherForecasts provider(URI address) {
        return parts.add(new OpenMeteo(address));
    }

    private void meter(Meters meters, GuardedCalls calls, Ingest ingest, List<HealthCheck> health) {
        PlatformMeters own = new PlatformMeters(meters);
        own.calls(calls);
        own.lag("store_writer", storeWriter::lag);
        own.lag("timing_views", timing::lag);
        own.ingest(ingest);
        own.components(health);
        own.freeSpace(new FreeSpace(directory.path()));
    }

    private List<HealthCheck> health(SpeedLayer speedLayer) {
        return List.of(
                new Component("log", this::logHealth),
                new Component("speed_layer", () -> speedLayerHealth(speedLayer)),
                new Component("series", this::seriesHealth),
                new Component(
                        "store_writer",
                        () -> writerHealth(storeWriter.failure().orElse(""), storeWriter.lag())),
                new Component(
                        "timing_views",
                        () -> writerHealth(timing.failure().orElse(""), timing.lag())));
    }

    private Health logHealth() {
        Fault fault = failure.get();
        return fault == null ? new Health(true, "") : new Health(false, fault.text());
    }

    private Health seriesHealth() {
        return series.failure()
                .map(reason -> new Health(false, reason))
                .orElseGet(() -> new Health(true, ""));
    }

    private static Health speedLayerHealth(SpeedLayer speedLayer) {
        SpeedLayer.Status status = speedLayer.status();
        return new Health(status.state() == SpeedLayer.State.RUNNING, status.detail());
    }

    private static Health writerHealth(String failure, long lag) {
        return failure.isEmpty()
                ? new Health(true, Count.of(lag, "record") + " behind")
                : new Health(false, failure);
    }

    private record Component(String component, Supplier<Health> now) implements HealthCheck {
        @Override
        public Health check() {
            return now.get();
        }
    }
}
