package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.ENTRY;
import static dev.vitalcore.telemetry.TestBlocks.SOURCE;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static dev.vitalcore.telemetry.TestBlocks.block;
import static dev.vitalcore.telemetry.TestBlocks.channel;
import static dev.vitalcore.telemetry.TestBlocks.last;
import static dev.vitalcore.telemetry.TestBlocks.rows;
import static dev.vitalcore.telemetry.TestBlocks.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.avro.AvroDeadLetterCodec;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.telemetry.domain.BlockLimits;
import dev.vitalcore.telemetry.domain.BlockRefusal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the projections say once the log has lost its end. */
class LostTailTest {
    private static final AvroBlockCodec BLOCKS = new AvroBlockCodec();
    private static final AvroDeadLetterCodec LETTERS = new AvroDeadLetterCodec();
    private static final SourceId OTHER = new SourceId("other");
    private static final long SECOND = 1_000_000_000L;

    private final List<LogRecord> log = new ArrayList<>();
    private Database database;

    @BeforeEach
    void open(@TempDir Path directory) {
        database = SqliteDatabase.open(directory.resolve("projection.db"));
        TelemetrySchema.migrate(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void goBackToTheBatchThatTheLogStillHas() {
        project(append(block(0), block(1)));
        BlockProgress before = progress();
        project(append(block(2), block(4)));
        project(append(last(block(5))));

        forget(2);

        assertThat(progress()).isEqualTo(before);
    }

    @Test
    void goBackToTheBeginningOfABatchOfWhichTheLogHasAPart() {
        project(append(block(0), block(1)));
        BlockProgress before = progress();
        project(append(block(2), block(OTHER, ENTRY, 0), block(3)));

        forget(3);

        assertThat(progress()).isEqualTo(before);
        project(log.subList(2, 3));
        assertThat(progress().sources().get(SOURCE).ledger().arrived()).hasToString("0-2");
        assertThat(progress().nextOffsets()).isEqualTo(Map.of(0, 3L));
    }

    @Test
    void doNotKnowASourceOfWhichAllWasLost() {
        project(append(block(0)));
        project(append(block(OTHER, ENTRY, 0)));
        project(append(block(OTHER, ENTRY, 1), block(1)));

        forget(1);

        assertThat(progress().sources()).containsOnlyKeys(SOURCE);
    }

    @Test
    void doNotCountABlockThatCameTwiceWhereItsSecondComingWasLost() {
        project(append(block(0), block(1), block(1)));
        BlockProgress before = progress();
        project(append(block(0), block(1), block(2)));

        forget(3);

        assertThat(before.sources().get(SOURCE).ledger().duplicates()).isEqualTo(1);
        assertThat(progress()).isEqualTo(before);
    }

    @Test
    void doNotKnowAChannelThatOnlyLostBlocksHad() {
        project(append(block(0)));
        BlockProgress before = progress();
        project(append(withTheChannel("oil_pressure", block(1))));

        forget(1);

        assertThat(progress()).isEqualTo(before);
        project(log.subList(1, 2));
        assertThat(progress().sources().get(SOURCE).channels().units()).containsKey("oil_pressure");
    }

    @Test
    void doNotCountARefusalThatWasLost() {
        project(append(block(0)));
        DeadLetterProjection projection = new DeadLetterProjection(database, LETTERS);
        projection.handle(List.of(letter(0, SOURCE.value())));
        projection.handle(List.of(letter(1, SOURCE.value()), letter(2, "other")));

        new LostTail(database).forget(Topics.DEAD_LETTERS, Map.of(0, 1L));

        assertThat(progress().sources().get(SOURCE).ledger().refused()).isEqualTo(1);
    }

    @Test
    void stayAsTheyAreWhereTheLogHasAll() {
        project(append(block(0), block(1)));
        project(append(block(2)));
        BlockProgress before = progress();

        forget(3);

        assertThat(progress()).isEqualTo(before);
    }

    @Test
    void keepWhatWasTakenLongBeforeTheEnd() {
        project(append(0, block(0)));
        project(append(3_600, block(1)));

        forget(0);

        assertThat(progress().nextOffsets()).isEqualTo(Map.of(0, 0L));
        assertThat(progress().sources().get(SOURCE).ledger().arrived()).hasToString("0");
    }

    @Test
    void doNotListDeadLettersWhosePlacesOthersWillTake() {
        DeadLetterProjection projection = new DeadLetterProjection(database, LETTERS);
        projection.handle(List.of(letter(0, "first"), letter(1, "lost")));

        new LostTail(database).forget(Topics.DEAD_LETTERS, Map.of(0, 1L));
        projection.handle(List.of(letter(1, "another")));

        List<DeadLetterLine> lines =
                database.read(connection -> DeadLetterTable.latest(connection, 10));
        assertThat(lines).extracting(DeadLetterLine::source).containsExactly("another", "first");
    }

    private static TelemetryBlock withTheChannel(String name, TelemetryBlock block) {
        Layout layout =
                new Layout(List.of(new RateGroup(List.of(channel(name, Unit.NONE)), SECOND)));
        return with(block, layout, rows(new long[] {START + SECOND}, new float[1]));
    }

    private void forget(long end) {
        new LostTail(database).forget(Topics.BLOCKS, Map.of(0, end));
    }

    private BlockProgress progress() {
        return database.read(BlockProgress::load);
    }

    /** As after a restart. */
    private void project(List<LogRecord> records) {
        HeldLog letters = HeldLog.thatHoldsNothing();
        new BlockProjection(
                        new TelemetryPorts(
                                letters,
                                BLOCKS,
                                LETTERS,
                                database,
                                new FussySeries(Set.of()),
                                InstantSource.system()),
                        new DeadLetterOffice(letters, LETTERS, BlockLimits.DEFAULT_BYTES),
                        new SourceRates(),
                        progress().sources())
                .handle(records);
    }

    private List<LogRecord> append(TelemetryBlock... blocks) {
        return append(0, blocks);
    }

    private List<LogRecord> append(long second, TelemetryBlock... blocks) {
        int from = log.size();
        for (TelemetryBlock block : blocks) {
            log.add(record(Topics.BLOCKS, log.size(), second * SECOND, BLOCKS.encode(block)));
        }
        return List.copyOf(log.subList(from, log.size()));
    }

    private static LogRecord letter(long offset, String source) {
        HeldLog letters = HeldLog.thatHoldsNothing();
        BlockRefusal refusal = new BlockRefusal.TooManySources(1);
        new DeadLetterOffice(letters, LETTERS, BlockLimits.DEFAULT_BYTES)
                .refusedAtIngest(
                        RefusedBlock.of(block(new SourceId(source), ENTRY, 0), refusal),
                        new byte[] {1});
        return record(
                Topics.DEAD_LETTERS, offset, offset, letters.next(Topics.DEAD_LETTERS).value());
    }

    private static LogRecord record(String topic, long offset, long nanos, byte[] value) {
        return new LogRecord(topic, 0, offset, "key", value, nanos);
    }
}
