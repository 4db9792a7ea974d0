package dev.vitalcore.gateway;

import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kafka.EmbeddedKafka;
import dev.vitalcore.kafka.EmbeddedKafkaSettings;
import dev.vitalcore.kafka.KafkaEventLog;
import dev.vitalcore.kafka.KafkaEventLogSettings;
import dev.vitalcore.parquet.ParquetFormat;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.notice.Notice;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.projection.ProjectionPorts;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.platform.saga.StepCodes;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.prometheus.PrometheusMeters;
import dev.vitalcore.questdb.QuestDbSeriesStore;
import dev.vitalcore.racecontrol.RaceControlContext;
import dev.vitalcore.racecontrol.application.CarOnboarding;
import dev.vitalcore.racecontrol.application.SessionOpening;
import dev.vitalcore.racecontrol.application.StorageReservations;
import dev.vitalcore.registry.EmbeddedSchemaRegistry;
import dev.vitalcore.resilience.ResilientCalls;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import dev.vitalcore.sql.events.SqlSnapshots;
import dev.vitalcore.telemetry.TelemetryContext;
import dev.vitalcore.telemetry.TelemetrySettings;
import dev.vitalcore.telemetry.application.AwaitedCar;
import dev.vitalcore.telemetry.application.ExpectedSessions;
import dev.vitalcore.telemetry.application.Forecasts;
import dev.vitalcore.telemetry.application.RaceControlQueries;
import dev.vitalcore.telemetry.application.SeriesQueries;
import dev.vitalcore.telemetry.application.TelemetryPorts;
import dev.vitalcore.timing.application.Circuits;
import dev.vitalcore.timing.application.Corners;
import dev.vitalcore.timing.application.LapSeries;
import dev.vitalcore.timing.application.Overlays;
import dev.vitalcore.timing.application.TimingPreparation;
import dev.vitalcore.timing.application.TimingViews;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The gateway over the real engines, in this process, and a caller over real HTTP. Without what the
 * program has beside: the speed layer, guards before the engines, the outbox.
 */
final class RunningPlatform extends GatewayCaller {
    /** Of the disk, as the opening of sessions is told. */
    static final long FREE_BYTES = 4L << 30;

    static final String BLOCKS = "application/vnd.vitalcore.block+avro";

    private final Deque<Runnable> closing = new ArrayDeque<>();

    /** As a producer outside has it that knows nothing of a registry. */
    private final AvroBlockCodec foreignBlocks = new AvroBlockCodec();

    private final ScriptedWeather weather = new ScriptedWeather();
    private final GuardedCalls calls =
            ResilientCalls.of(List.of(Forecasts.POLICY, Circuits.POLICY));
    private final Circuits circuits =
            new Circuits(Optional.of(new ScriptedTrackData()), calls, InstantSource.system());
    private final KafkaEventLog log;
    private final LogSchemas schemas;
    private final Codec<TelemetryBlock> blocks;
    private final Codec<TimingEvent> timingEvents;
    private final GatewayServices services;
    private final Sagas sagas;
    private volatile @Nullable String timingIsDown;
    private final Gateway gateway;

    RunningPlatform(Path directory, GatewayLimits limits, List<HealthCheck> health) {
        EmbeddedKafka kafka = opened(broker(directory.resolve("log")), EmbeddedKafka::close);
        log =
                opened(
                        new KafkaEventLog(KafkaEventLogSettings.at(kafka.bootstrapServers())),
                        KafkaEventLog::close);
        SqliteDatabase database =
                opened(SqliteDatabase.open(directory.resolve("views.db")), SqliteDatabase::close);
        SqliteDatabase decisions =
                opened(SqliteDatabase.open(directory.resolve("events.db")), SqliteDatabase::close);
        SqlEventStore events =
                opened(new SqlEventStore(decisions, InstantSource.system()), SqlEventStore::close);
        SchemaRegistry registry = EmbeddedSchemaRegistry.in(decisions);
        schemas = LogSchemas.registerIn(registry);
        blocks = schemas.blocks();
        timingEvents = schemas.timingEvents();
        RaceControlContext raceControl =
                opened(
                        RaceControlContext.start(
                                new ProjectionPorts(events, database, InstantSource.system()),
                                schemas.raceEvents(),
                                new SqlSnapshots(decisions)),
                        RaceControlContext::close);
        QuestDbSeriesStore series =
                opened(
                        QuestDbSeriesStore.open(directory.resolve("series")),
                        QuestDbSeriesStore::close);
        TelemetryContext telemetry =
                opened(startedTelemetry(database, series), TelemetryContext::close);
        TimingViews timing = opened(new TimingViews(database, timingEvents), TimingViews::close);
        timing.start(log);
        NoticeBoard notices = new NoticeBoard(decisions);
        ExpectedSessions expected =
                new ExpectedSessions(
                        decisions, () -> telemetry.ingest().ready().toCompletableFuture().isDone());
        SessionOpening opening =
                new SessionOpening(
                        raceControl.sessions(),
                        new StorageReservations(decisions),
                        () -> FREE_BYTES,
                        notices);
        CarOnboarding onboarding = new CarOnboarding(raceControl.sessions(), notices);
        StepCodes codes =
                new StepCodes(
                        Map.of(
                                "test",
                                Map.of("gate", new GateStep()),
                                CarOnboarding.PLAN,
                                onboarding.codes(new AwaitedCar(telemetry.sessions()::hasSent)),
                                SessionOpening.PLAN,
                                opening.codes(
                                        expected,
                                        new TimingPreparation(
                                                () -> Optional.ofNullable(timingIsDown),
                                                circuits))));
        sagas = opened(startedSagas(events, codes, notices), Sagas::close);
        services =
                new GatewayServices(
                        new GatewayServices.Telemetry(
                                telemetry.ingest(),
                                telemetry.sessions(),
                                expected,
                                telemetry.ledgers(),
                                telemetry.deadLetters(),
                                telemetry.series(),
                                telemetry.raceControl(),
                                telemetry.mathChannels(),
                                new Forecasts(Optional.of(weather), calls, InstantSource.system())),
                        new GatewayServices.Decisions(
                                raceControl.sessions(),
                                raceControl.views(),
                                sagas,
                                opening,
                                onboarding,
                                notices),
                        new GatewayServices.Timing(
                                timing,
                                new LapSeries(timing, telemetry.calculatingStore()),
                                new Overlays(timing, telemetry.calculatingStore()),
                                new Corners(timing, telemetry.calculatingStore()),
                                circuits),
                        new GatewayServices.Log(log, blocks, registry, new ParquetFormat()),
                        new GatewayServices.Operations(
                                calls,
                                opened(new PrometheusMeters(), PrometheusMeters::close),
                                health));
        gateway =
                opened(
                        Gateway.start(services, GatewaySettings.loopback(0).withLimits(limits)),
                        Gateway::close);
    }

    private Sagas startedSagas(SqlEventStore events, StepCodes codes, NoticeBoard notices) {
        return Sagas.start(
                new Sagas.Ports(
                        events,
                        schemas.sagaEvents(),
                        told ->
                                notices.post(
                                        new Notice(
                                                told.key(),
                                                Notice.Level.WARNING,
                                                "saga/" + told.saga(),
                                                told.text(),
                                                told.atNanos())),
                        InstantSource.system()),
                codes,
                1);
    }

    /** Laps are not timed from now on, for a reason; null: they are. */
    void timingIsDown(@Nullable String reason) {
        timingIsDown = reason;
    }

    Sagas sagas() {
        return sagas;
    }

    private static EmbeddedKafka broker(Path directory) {
        return EmbeddedKafka.start(
                EmbeddedKafkaSettings.in(directory),
                fault -> {
                    throw fault;
                });
    }

    private TelemetryContext startedTelemetry(SqliteDatabase database, QuestDbSeriesStore series) {
        return TelemetryContext.start(
                new TelemetryPorts(
                        log,
                        blocks,
                        schemas.deadLetters(),
                        database,
                        series,
                        InstantSource.system()),
                TelemetrySettings.defaults());
    }

    ScriptedWeather weather() {
        return weather;
    }

    @Override
    int port() {
        return gateway.port();
    }

    /** On the port that is in use. */
    Gateway startAnotherGateway() {
        return Gateway.start(services, GatewaySettings.loopback(port()));
    }

    /** On a free port, over another store of series. */
    Gateway startAnotherGateway(SeriesStore series, GatewayLimits limits) {
        return Gateway.start(
                new GatewayServices(
                        readingFrom(series),
                        services.decisions(),
                        services.timing(),
                        services.log(),
                        services.operations()),
                GatewaySettings.loopback(0).withLimits(limits));
    }

    private GatewayServices.Telemetry readingFrom(SeriesStore series) {
        GatewayServices.Telemetry telemetry = services.telemetry();
        return new GatewayServices.Telemetry(
                telemetry.ingest(),
                telemetry.sessions(),
                telemetry.expected(),
                telemetry.ledgers(),
                telemetry.deadLetters(),
                new SeriesQueries(series),
                new RaceControlQueries(series, telemetry.sessions()),
                telemetry.mathChannels(),
                telemetry.forecasts());
    }

    URI live(String session) {
        return URI.create("ws://127.0.0.1:" + gateway.port() + "/api/v1/live?session=" + session);
    }

    KafkaEventLog log() {
        return log;
    }

    /** The codec of what stands in the log. */
    Codec<TelemetryBlock> blocks() {
        return blocks;
    }

    /** Sends blocks as a source does. */
    JsonNode feed(List<TelemetryBlock> toSend) {
        return json(
                post("/blocks", BLOCKS, body(toSend.stream().map(foreignBlocks::encode).toList())));
    }

    /** States timing events as the speed layer does; returns when the log has them. */
    void publish(List<TimingEvent> events) {
        CompletableFuture.allOf(
                        events.stream()
                                .map(event ->
                                        log.append(
                                                        Topics.TIMING_EVENTS,
                                                        event.entry().toString(),
                                                        timingEvents.encode(event))
                                                .toCompletableFuture())
                                .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    @Override
    public void close() {
        super.close();
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }

    private <T> T opened(T part, Consumer<T> close) {
        closing.push(() -> close.accept(part));
        return part;
    }
}
