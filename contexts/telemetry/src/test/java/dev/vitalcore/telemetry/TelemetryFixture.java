package dev.vitalcore.telemetry;

import static dev.vitalcore.telemetry.TestBlocks.ROWS;
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
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.telemetry.application.IngestLimits;
import dev.vitalcore.telemetry.application.IngestReport;
import dev.vitalcore.telemetry.application.LedgerLine;
import dev.vitalcore.telemetry.domain.Calibrations;
import dev.vitalcore.telemetry.domain.SequenceRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The context on the real engines. Tests share a broker and have a session of their own each. */
abstract class TelemetryFixture {
    static final Duration SOON = Duration.ofSeconds(60);
    private static final AtomicInteger SESSIONS = new AtomicInteger();

    /** Told on a thread of the broker, where no test would see an exception. */
    private static final Queue<Throwable> BROKER_FAULTS = new ConcurrentLinkedQueue<>();

    static EmbeddedKafka broker;

    @TempDir Path directory;
    SessionId session;
    EntryId entry;
    SourceId source;

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

    TelemetryBlock block(long sequence) {
        return TestBlocks.block(source, entry, sequence);
    }

    static TelemetryContext start(Engines engines) {
        return start(TelemetryContext.start(engines.ports(), settings()));
    }

    static TelemetryContext start(TelemetryContext telemetry) {
        telemetry.ingest().ready().toCompletableFuture().join();
        return telemetry;
    }

    static TelemetrySettings settings() {
        return settings(IngestLimits.defaults(), Calibrations.NONE);
    }

    static TelemetrySettings settings(IngestLimits limits, Calibrations calibrations) {
        return new TelemetrySettings(
                limits, calibrations, Duration.ofSeconds(5), Duration.ofMillis(1));
    }

    static IngestReport accept(TelemetryContext telemetry, TelemetryBlock... blocks) {
        return telemetry.ingest().accept(encoded(blocks)).toCompletableFuture().join();
    }

    static List<byte[]> encoded(TelemetryBlock... blocks) {
        return List.of(blocks).stream().map(Engines.CODEC::encode).toList();
    }

    void awaitLedger(TelemetryContext telemetry, LedgerLine line) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(telemetry.ledgers().of(session)).containsExactly(line));
    }

    void awaitArrived(TelemetryContext telemetry, long blocks) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(telemetry.ledgers().of(session))
                                .extracting(LedgerLine::arrived)
                                .containsExactly(blocks));
    }

    /** Every row once, at its time. */
    void assertHasSpeedOfBlocks(Engines engines, TelemetryContext telemetry, int blocks) {
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

    SeriesStore.Series speed(TelemetryContext telemetry) {
        return telemetry
                .series()
                .byTime(entry, List.of("speed"), START, START + 1_000 * SECOND, 10_000)
                .getFirst();
    }

    static List<SequenceRange> ranges() {
        return List.of();
    }

    static List<SequenceRange> ranges(long first, long last) {
        return List.of(new SequenceRange(first, last));
    }
}
