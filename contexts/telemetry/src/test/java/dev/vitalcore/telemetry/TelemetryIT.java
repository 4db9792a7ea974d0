package dev.vitalcore.telemetry;

import static dev.vitalcore.telemetry.TestBlocks.ROWS;
import static dev.vitalcore.telemetry.TestBlocks.SAMPLES;
import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kafka.EmbeddedKafka;
import dev.vitalcore.kafka.EmbeddedKafkaSettings;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.telemetry.application.CatalogueEntry;
import dev.vitalcore.telemetry.application.DeadLetterLine;
import dev.vitalcore.telemetry.application.Ingest;
import dev.vitalcore.telemetry.application.IngestLimits;
import dev.vitalcore.telemetry.application.IngestReport;
import dev.vitalcore.telemetry.application.LedgerLine;
import dev.vitalcore.telemetry.application.RedriveOutcome;
import dev.vitalcore.telemetry.application.SessionSummary;
import dev.vitalcore.telemetry.application.SourceStatus;
import dev.vitalcore.telemetry.application.TelemetrySchema;
import dev.vitalcore.telemetry.domain.BlockLimits;
import dev.vitalcore.telemetry.domain.Calibration;
import dev.vitalcore.telemetry.domain.Calibrations;
import dev.vitalcore.telemetry.domain.SequenceRange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The context on the real engines. Tests share a broker and have a session of their own each. */
class TelemetryIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final AtomicInteger SESSIONS = new AtomicInteger();

    /** Told on a thread of the broker, where no test would see an exception. */
    private static final Queue<Throwable> BROKER_FAULTS = new ConcurrentLinkedQueue<>();

    private static EmbeddedKafka broker;

    @TempDir private Path directory;
    private SessionId session;
    private EntryId entry;
    private SourceId source;

    @BeforeAll
    static void startBroker(@TempDir Path brokerDirectory) {
        broker = EmbeddedKafka.start(EmbeddedKafkaSettings.in(brokerDirectory), BROKER_FAULTS::add);
    }

    @AfterEach
    void hasABrokerThatDidNotGiveUp() {
        assertThat(BROKER_FAULTS).isEmpty();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
        assertThat(BROKER_FAULTS).isEmpty();
    }

    @BeforeEach
    void nameTheSession() {
        session = new SessionId("session-" + SESSIONS.incrementAndGet());
        entry = new EntryId(session, "7");
        source = new SourceId("logger-of-" + session);
    }

    @Test
    void bringsBlocksFromIngestIntoSeriesCatalogueAndLedger() {
        try (Engines engines = Engines.open(broker, directory);
                TelemetryContext telemetry = start(engines)) {
            assertThat(accept(telemetry, block(0), block(1), block(2), block(4)))
                    .isEqualTo(new IngestReport(4, 0, List.of()));
            awaitLedger(telemetry, new LedgerLine(source, entry, 4, ranges(3, 3), ranges(), 0, 0));

            accept(telemetry, block(3), TestBlocks.last(block(5)));
            awaitLedger(telemetry, new LedgerLine(source, entry, 6, ranges(), ranges(3, 3), 0, 0));

            assertThat(telemetry.sessions().session(session))
                    .contains(
                            new SessionSummary(
                                    session,
                                    "Spa FP1",
                                    Optional.of("Spa-Francorchamps"),
                                    START,
                                    5 * SECOND + 9 * SECOND / 10,
                                    SessionSummary.State.STORED,
                                    1));
            assertThat(telemetry.sessions().sessions(100))
                    .extracting(SessionSummary::id)
                    .contains(session);
            assertThat(telemetry.sessions().entries(session))
                    .containsExactly(
                            new CatalogueEntry(
                                    entry, Optional.of("A. Driver"), Optional.of("Radical SR10")));
            SourceStatus status = telemetry.sessions().sources(session).getFirst();
            assertThat(status.state()).isEqualTo(SourceStatus.State.ENDED);
            assertThat(status.samples()).isEqualTo(6L * SAMPLES);
            assertThat(status.lastBlock()).isEqualTo(5);
            assertThat(status.format()).isEqualTo("racelogic-vbo");
            assertHasSpeedOfBlocks(engines, telemetry, 6);
        }
    }

    @Test
    void takesABlockOnceHoweverOftenItComesAndWheneverItIsRestarted() {
        try (Engines engines = Engines.open(broker, directory)) {
            try (TelemetryContext telemetry = start(engines)) {
                accept(telemetry, block(0), block(1));
                assertThat(accept(telemetry, block(1), block(2)))
                        .isEqualTo(new IngestReport(1, 1, List.of()));
                awaitArrived(telemetry, 3);
            }
            try (TelemetryContext telemetry = start(engines)) {
                assertThat(accept(telemetry, block(0), block(2), block(3)))
                        .isEqualTo(new IngestReport(1, 2, List.of()));
                awaitLedger(telemetry, new LedgerLine(source, entry, 4, ranges(), ranges(), 3, 0));
                assertHasSpeedOfBlocks(engines, telemetry, 4);
            }
        }
    }

    @Test
    void knowsAtTheStartWhatTheLogHoldsThoughNobodyWroteItToTheStores() {
        try (Engines engines = Engines.open(broker, directory)) {
            try (TelemetryContext telemetry = start(engines)) {
                accept(telemetry, block(0));
                awaitArrived(telemetry, 1);
            }
            try (Ingest alone = ingest(engines)) {
                alone.accept(encoded(block(1), block(2))).toCompletableFuture().join();
            }
            try (Ingest again = ingest(engines)) {
                assertThat(
                                again.accept(encoded(block(0), block(1), block(2), block(3)))
                                        .toCompletableFuture()
                                        .join())
                        .isEqualTo(new IngestReport(1, 3, List.of()));
            }
            try (TelemetryContext telemetry = start(engines)) {
                awaitArrived(telemetry, 4);
                assertHasSpeedOfBlocks(engines, telemetry, 4);
            }
        }
    }

    @Test
    void writesNothingTwiceAndLosesNothingWhenItDiesBetweenTheTwoStores() {
        try (Engines engines = Engines.open(broker, directory)) {
            DyingDatabase dying = new DyingDatabase(engines.database());
            try (TelemetryContext telemetry =
                    start(TelemetryContext.start(engines.portsWith(dying), settings()))) {
                accept(telemetry, block(0), block(1));
                awaitArrived(telemetry, 2);
                dying.die();
                accept(telemetry, block(2), block(4));
                await().atMost(SOON).until(dying::refusedAWrite);
                await().atMost(SOON).until(() -> telemetry.storeWriter().failure().isPresent());
            }
            try (TelemetryContext telemetry = start(engines)) {
                awaitLedger(
                        telemetry, new LedgerLine(source, entry, 4, ranges(3, 3), ranges(), 0, 0));
                assertThat(accept(telemetry, block(3), block(4)))
                        .isEqualTo(new IngestReport(1, 1, List.of()));
                awaitArrived(telemetry, 5);
                assertHasSpeedOfBlocks(engines, telemetry, 5);
                assertThat(telemetry.sessions().sources(session).getFirst().samples())
                        .isEqualTo(5L * SAMPLES);
            }
        }
    }

    @Test
    void keepsRefusedBlocksAndTakesThemOnceTheCauseIsGone() {
        BlockLimits strict = new BlockLimits(1_000_000, ROWS - 1, 100, SECOND);
        try (Engines engines = Engines.open(broker, directory)) {
            try (TelemetryContext telemetry =
                    start(
                            TelemetryContext.start(
                                    engines.ports(),
                                    settings(new IngestLimits(strict, 10), Calibrations.NONE)))) {
                IngestReport report = accept(telemetry, block(0));
                assertThat(report.refused())
                        .singleElement()
                        .satisfies(refused -> {
                            assertThat(refused.code()).isEqualTo("block-too-large");
                            assertThat(refused.source()).isEqualTo(source.value());
                        });
                DeadLetterLine letter = awaitLetter(telemetry, source.value());
                assertThat(redrive(telemetry, letter))
                        .isEqualTo(new RedriveOutcome.Refused(report.refused().getFirst()));
                assertThat(lettersOf(telemetry, source.value()))
                        .singleElement()
                        .extracting(DeadLetterLine::redriven)
                        .isEqualTo(Optional.of("block-too-large"));
            }
            try (TelemetryContext telemetry = start(engines)) {
                DeadLetterLine letter = awaitLetter(telemetry, source.value());
                assertThat(redrive(telemetry, letter)).isEqualTo(new RedriveOutcome.Accepted());
                assertThat(redrive(telemetry, letter)).isEqualTo(new RedriveOutcome.Duplicate());
                awaitLedger(telemetry, new LedgerLine(source, entry, 1, ranges(), ranges(), 1, 1));
                assertThat(awaitLetter(telemetry, source.value()).redriven()).contains("duplicate");
                assertHasSpeedOfBlocks(engines, telemetry, 1);
            }
        }
    }

    @Test
    void takesTheUsableBlocksOfACallBesideGarbage() {
        try (Engines engines = Engines.open(broker, directory);
                TelemetryContext telemetry = start(engines)) {
            IngestReport report =
                    telemetry
                            .ingest()
                            .accept(
                                    List.of(
                                            Engines.CODEC.encode(block(0)),
                                            new byte[] {1, 2, 3},
                                            Engines.CODEC.encode(block(1))))
                            .toCompletableFuture()
                            .join();

            assertThat(report.accepted()).isEqualTo(2);
            assertThat(report.refused())
                    .singleElement()
                    .satisfies(refused -> {
                        assertThat(refused.source()).isEqualTo("unknown");
                        assertThat(refused.sequence()).isEqualTo(-1);
                        assertThat(refused.code()).isEqualTo("block-undecodable");
                    });
            awaitArrived(telemetry, 2);
            awaitLetter(telemetry, "unknown");
        }
    }

    @Test
    void setsAsideWhatCannotBeReadOnTheLogAndGoesOn() {
        try (Engines engines = Engines.open(broker, directory);
                TelemetryContext telemetry = start(engines)) {
            accept(telemetry, block(0));
            byte[] poison = (session + " is poisoned").getBytes(StandardCharsets.UTF_8);
            engines.log()
                    .append(Topics.BLOCKS, entry.toString(), poison)
                    .toCompletableFuture()
                    .join();
            accept(telemetry, block(1));

            awaitArrived(telemetry, 2);
            assertThat(awaitLetter(telemetry, "unknown").code()).isEqualTo("block-undecodable");
            assertThat(telemetry.storeWriter().failure()).isEmpty();
        }
    }

    @Test
    void keepsCalibratedValues() {
        Calibration doubled = new Calibration(Map.of("speed", new Calibration.Correction(2, 0.5)));
        Calibrations calibrations = new Calibrations(Map.of(), Map.of(entry, doubled));
        try (Engines engines = Engines.open(broker, directory);
                TelemetryContext telemetry =
                        start(
                                TelemetryContext.start(
                                        engines.ports(),
                                        settings(IngestLimits.defaults(), calibrations)))) {
            accept(telemetry, block(0));
            awaitArrived(telemetry, 1);
            engines.settleSeries();

            assertThat(speed(telemetry).values())
                    .containsExactly(
                            IntStream.range(0, ROWS).mapToDouble(row -> 2 * row + 0.5).toArray());
        }
    }

    private TelemetryBlock block(long sequence) {
        return TestBlocks.block(source, entry, sequence);
    }

    private static TelemetryContext start(Engines engines) {
        return start(TelemetryContext.start(engines.ports(), settings()));
    }

    private static TelemetryContext start(TelemetryContext telemetry) {
        telemetry.ingest().ready().toCompletableFuture().join();
        return telemetry;
    }

    private static Ingest ingest(Engines engines) {
        TelemetrySchema.migrate(engines.database());
        Ingest ingest = new Ingest(engines.ports(), IngestLimits.defaults(), Calibrations.NONE);
        ingest.start();
        ingest.ready().toCompletableFuture().join();
        return ingest;
    }

    private static TelemetrySettings settings() {
        return settings(IngestLimits.defaults(), Calibrations.NONE);
    }

    private static TelemetrySettings settings(IngestLimits limits, Calibrations calibrations) {
        return new TelemetrySettings(
                limits, calibrations, Duration.ofSeconds(5), Duration.ofMillis(1));
    }

    private static IngestReport accept(TelemetryContext telemetry, TelemetryBlock... blocks) {
        return telemetry.ingest().accept(encoded(blocks)).toCompletableFuture().join();
    }

    private static List<byte[]> encoded(TelemetryBlock... blocks) {
        return List.of(blocks).stream().map(Engines.CODEC::encode).toList();
    }

    private void awaitLedger(TelemetryContext telemetry, LedgerLine line) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(telemetry.ledgers().of(session)).containsExactly(line));
    }

    private void awaitArrived(TelemetryContext telemetry, long blocks) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(telemetry.ledgers().of(session))
                                .extracting(LedgerLine::arrived)
                                .containsExactly(blocks));
    }

    private static DeadLetterLine awaitLetter(TelemetryContext telemetry, String of) {
        return await().atMost(SOON)
                .until(() -> lettersOf(telemetry, of), letters -> !letters.isEmpty())
                .getFirst();
    }

    private static List<DeadLetterLine> lettersOf(TelemetryContext telemetry, String of) {
        return telemetry.deadLetters().list(100).stream()
                .filter(letter -> letter.source().equals(of))
                .toList();
    }

    private static RedriveOutcome redrive(TelemetryContext telemetry, DeadLetterLine letter) {
        return telemetry.deadLetters().redrive(letter.id()).toCompletableFuture().join();
    }

    /** Every row once, at its time. */
    private void assertHasSpeedOfBlocks(Engines engines, TelemetryContext telemetry, int blocks) {
        engines.settleSeries();
        SeriesStore.Series speed = speed(telemetry);
        assertThat(speed.times())
                .containsExactly(
                        LongStream.range(0, (long) blocks * ROWS)
                                .map(row -> START + row * SECOND / ROWS)
                                .toArray());
        assertThat(speed.values())
                .containsExactly(IntStream.range(0, blocks * ROWS).asDoubleStream().toArray());
    }

    private SeriesStore.Series speed(TelemetryContext telemetry) {
        return telemetry
                .series()
                .byTime(entry, List.of("speed"), START, START + 1_000 * SECOND, 10_000)
                .getFirst();
    }

    private static List<SequenceRange> ranges() {
        return List.of();
    }

    private static List<SequenceRange> ranges(long first, long last) {
        return List.of(new SequenceRange(first, last));
    }
}
