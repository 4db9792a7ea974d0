package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.block;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.avro.AvroDeadLetterCodec;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesRepairTest {
    private static final AvroBlockCodec BLOCKS = new AvroBlockCodec();
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(200);

    private Database database;

    @BeforeEach
    void open(@TempDir Path directory) {
        database = SqliteDatabase.open(directory.resolve("telemetry.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** No lag is no end: the first answer of the log may come late. */
    @Test
    void waitsForALogThatIsSlowToAnswer() {
        LateLog log = logOf(4);
        SettlingSeries series = new SettlingSeries(0);

        long written = repair(log, series, 1, 3, log::look, LONG).run();

        assertThat(written).isEqualTo(2);
        assertThat(series.written()).containsExactly(1L, 2L);
    }

    @Test
    void triesAgainWhereTheStoreNeedsLongToSettle() {
        LateLog log = logOf(3);
        SettlingSeries series = new SettlingSeries(5);

        long written = repair(log, series, 0, 3, log::look, LONG).run();

        assertThat(written).isEqualTo(3);
        assertThat(series.settled()).isEqualTo(1);
    }

    @Test
    void settlesNowAndThenAndAtTheEnd() {
        LateLog log = logOf(20);
        SettlingSeries series = new SettlingSeries(0);

        long written = repair(log, series, 0, 20, log::look, LONG).run();

        assertThat(written).isEqualTo(20);
        assertThat(series.settled()).isEqualTo(3);
    }

    @Test
    void failsWhereTheLogGivesNothingForLong() {
        LateLog log = logOf(3).die();
        SeriesRepair repair = repair(log, new SettlingSeries(0), 0, 3, log::look, SHORT);

        assertThatThrownBy(repair::run)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("series-not-repaired"));
    }

    @Test
    void endsWhenTheLogIsKnownToHaveFailed() {
        LateLog log = logOf(3).die();
        Fault failed = Fault.unavailable("broker-failed", "the disk is full", "make room");
        Runnable watch =
                () -> {
                    throw failed;
                };

        assertThatThrownBy(() -> repair(log, new SettlingSeries(0), 0, 3, watch, LONG).run())
                .isSameAs(failed);
    }

    @Test
    void doesNotWaitForWhatTheLogHasForgotten() {
        LateLog log = LateLog.thatForgot(3, Topics.BLOCKS, blocks(3));
        SettlingSeries series = new SettlingSeries(0);

        assertThat(repair(log, series, 0, 3, log::look, SHORT).run()).isZero();
    }

    private SeriesRepair repair(
            LateLog log,
            SettlingSeries series,
            long from,
            long to,
            Runnable watch,
            Duration patience) {
        return new SeriesRepair(
                new TelemetryPorts(
                        log,
                        BLOCKS,
                        new AvroDeadLetterCodec(),
                        database,
                        series,
                        InstantSource.system()),
                Map.of(0, from),
                Map.of(0, to),
                watch,
                patience);
    }

    private static LateLog logOf(int count) {
        return LateLog.of(Topics.BLOCKS, blocks(count));
    }

    private static byte[][] blocks(int count) {
        return LongStream.range(0, count)
                .mapToObj(number -> BLOCKS.encode(block(number)))
                .toArray(byte[][]::new);
    }
}
