package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.SAMPLES;
import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.SESSION;
import static dev.vitalcore.telemetry.TestBlocks.SOURCE;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static dev.vitalcore.telemetry.TestBlocks.block;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.avro.AvroDeadLetterCodec;
import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.telemetry.domain.BlockLimits;
import dev.vitalcore.telemetry.domain.SourceState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockProjectionTest {
    private static final AvroBlockCodec BLOCKS = new AvroBlockCodec();
    private static final AvroDeadLetterCodec LETTERS = new AvroDeadLetterCodec();

    private final HeldLog log = HeldLog.thatHoldsNothing();
    private final FussySeries series = new FussySeries(Set.of(3L));
    private final SourceRates rates = new SourceRates();
    private Database database;
    private BlockProjection projection;

    @BeforeEach
    void open(@TempDir Path directory) {
        database = SqliteDatabase.open(directory.resolve("projection.db"));
        TelemetrySchema.migrate(database);
        projection = projection(Map.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void writesEachBlockOnceThoughTheLogHasItTwice() {
        projection.handle(records(0, 1));
        projection.handle(records(1, 2));

        assertThat(series.written()).containsExactly(0L, 1L, 2L);
        assertThat(line().arrived()).isEqualTo(3);
        assertThat(line().duplicate()).isEqualTo(1);
    }

    @Test
    void marksNothingAsArrivedWhenTheSeriesAreUnavailableAndCatchesUpLater() {
        projection.handle(records(0));
        series.breakDown(Fault.unavailable("disk-full", "no space left", "make room"));

        assertThatThrownBy(() -> projection.handle(records(1, 2)))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo("disk-full"));
        assertThat(line().arrived()).isEqualTo(1);

        series.mend();
        projection.handle(records(1, 2));
        assertThat(line().arrived()).isEqualTo(3);
        assertThat(line().duplicate()).isZero();
    }

    @Test
    void setsAsideTheOneBlockThatTheSeriesCannotTake() {
        projection.handle(records(2, 3, 4));

        assertThat(series.written()).containsExactly(2L, 4L);
        DeadLetter letter = LETTERS.decode(log.next(Topics.DEAD_LETTERS).value());
        assertThat(letter.origin()).isEqualTo("store-writer");
        assertThat(letter.code()).isEqualTo("too-many-columns");
        assertThat(letter.source()).isEqualTo(SOURCE.value());
        assertThat(letter.sequence()).isEqualTo(3);
        assertThat(letter.position()).isEqualTo("telemetry.blocks/0@3");
        assertThat(log.isHolding(Topics.DEAD_LETTERS)).isFalse();
    }

    @Test
    void goesOnFromWhatWasCommitted() {
        projection.handle(records(0, 1));

        BlockProgress progress = database.read(BlockProgress::load);
        assertThat(progress.nextOffsets()).isEqualTo(Map.of(0, 2L));
        projection(progress.sources()).handle(records(1, 2));

        assertThat(series.written()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void tellsTheRateOnlyOfWhatWasCommitted() {
        series.breakDown(Fault.unavailable("disk-full", "no space left", "make room"));
        assertThatThrownBy(() -> projection.handle(records(0))).isInstanceOf(Fault.class);
        assertThat(rates.samplesPerSecond(SOURCE, START + SECOND)).isZero();

        series.mend();
        projection.handle(records(0));
        assertThat(rates.samplesPerSecond(SOURCE, START + SECOND)).isEqualTo(SAMPLES / 5.0);
    }

    private BlockProjection projection(Map<SourceId, SourceState> sources) {
        return new BlockProjection(
                new TelemetryPorts(log, BLOCKS, LETTERS, database, series, InstantSource.system()),
                new DeadLetterOffice(log, LETTERS, BlockLimits.DEFAULT_BYTES),
                rates,
                sources);
    }

    private LedgerLine line() {
        return new Ledgers(database).of(SESSION).getFirst();
    }

    /** Records whose offsets are the numbers of their blocks. */
    private static List<LogRecord> records(long... sequences) {
        return LongStream.of(sequences)
                .mapToObj(sequence ->
                        new LogRecord(
                                Topics.BLOCKS,
                                0,
                                sequence,
                                "spa-fp1/7",
                                BLOCKS.encode(block(sequence)),
                                START))
                .toList();
    }
}
