package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.ENTRY;
import static dev.vitalcore.telemetry.TestBlocks.ROWS;
import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.SESSION;
import static dev.vitalcore.telemetry.TestBlocks.SOURCE;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static dev.vitalcore.telemetry.TestBlocks.block;
import static dev.vitalcore.telemetry.TestBlocks.numbered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.avro.AvroDeadLetterCodec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.telemetry.domain.BlockLimits;
import dev.vitalcore.telemetry.domain.Calibration;
import dev.vitalcore.telemetry.domain.Calibrations;
import dev.vitalcore.telemetry.domain.SourceState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
    private static final AvroBlockCodec BLOCKS = new AvroBlockCodec();
    private static final AvroDeadLetterCodec LETTERS = new AvroDeadLetterCodec();

    /** Doubles the speed of the entry. */
    private static final Calibrations DOUBLED =
            new Calibrations(
                    Map.of(),
                    Map.of(
                            ENTRY,
                            new Calibration(Map.of("speed", new Calibration.Correction(2, 0)))));

    private final Fault logDown = Fault.unavailable("log-down", "log is down", "wait");
    private final HeldLog log = new HeldLog();
    private Database database;
    private Ingest ingest;

    @BeforeEach
    void start(@TempDir Path directory) {
        database = SqliteDatabase.open(directory.resolve("telemetry.db"));
        TelemetrySchema.migrate(database);
        ingest = started(IngestLimits.defaults(), Calibrations.NONE);
    }

    @AfterEach
    void stop() {
        ingest.close();
        database.close();
    }

    @Test
    void answersOnlyWhenTheLogHasEveryBlock() {
        CompletableFuture<IngestReport> answer = accept(block(0), block(1));

        log.succeed(Topics.BLOCKS);
        assertThat(answer).isNotDone();

        log.succeed(Topics.BLOCKS);
        assertThat(answer).isCompletedWithValue(new IngestReport(2, 0, List.of()));
    }

    @Test
    void appendsTheBytesAsTheyCameUnderTheEntry() {
        byte[] encoded = BLOCKS.encode(block(0));

        ingest.accept(List.of(encoded));

        HeldLog.Held append = log.next(Topics.BLOCKS);
        assertThat(append.value()).isSameAs(encoded);
        assertThat(append.key()).isEqualTo("spa-fp1/7");
    }

    @Test
    void takesABlockAnewWhenItsAppendFailed() {
        CompletableFuture<IngestReport> failed = accept(block(0));
        log.next(Topics.BLOCKS).fail(logDown);
        assertThatThrownBy(failed::join).isInstanceOf(CompletionException.class).hasCause(logDown);

        CompletableFuture<IngestReport> again = accept(block(0));
        log.succeed(Topics.BLOCKS);

        assertThat(again).isCompletedWithValue(new IngestReport(1, 0, List.of()));
    }

    @Test
    void countsWhatDidArriveAsDuplicateWhenAHalfFailedCallIsRepeated() {
        CompletableFuture<IngestReport> half = accept(block(0), block(1));
        log.succeed(Topics.BLOCKS);
        log.next(Topics.BLOCKS).fail(logDown);
        assertThat(half).isCompletedExceptionally();

        CompletableFuture<IngestReport> again = accept(block(0), block(1));
        log.succeed(Topics.BLOCKS);

        assertThat(again).isCompletedWithValue(new IngestReport(1, 1, List.of()));
    }

    @Test
    void keepsTheBlocksOfALoggerThatRestartedAndNumbersFromZeroAgain() {
        send(block(0), block(1));
        log.succeed(Topics.BLOCKS);
        log.succeed(Topics.BLOCKS);

        CompletableFuture<IngestReport> answer = accept(numbered(0, block(60)), block(1));
        DeadLetter letter = LETTERS.decode(log.next(Topics.DEAD_LETTERS).value());
        assertThat(letter.code()).isEqualTo("sequence-reused");
        assertThat(letter.remedy()).contains("new source name");
        assertThat(BLOCKS.decode(letter.payload()).firstNanos()).isEqualTo(START + 60 * SECOND);
        assertThat(answer).isNotDone();
        assertThat(log.isHolding(Topics.BLOCKS)).isFalse();
    }

    @Test
    void tellsADuplicateOnlyWhenItsFirstCopyIsSafe() {
        CompletableFuture<IngestReport> first = accept(block(0));
        CompletableFuture<IngestReport> second = accept(block(0));
        assertThat(second).isNotDone();

        log.succeed(Topics.BLOCKS);

        assertThat(first).isCompletedWithValue(new IngestReport(1, 0, List.of()));
        assertThat(second).isCompletedWithValue(new IngestReport(0, 1, List.of()));
    }

    @Test
    void failsADuplicateWhoseFirstCopyGotLost() {
        CompletableFuture<IngestReport> first = accept(block(0));
        CompletableFuture<IngestReport> second = accept(block(0));

        log.next(Topics.BLOCKS).fail(logDown);

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedExceptionally();
        assertThat(log.isHolding(Topics.BLOCKS)).isFalse();
    }

    @Test
    void mapsFailuresThatAreNoFaultsToUnavailable() {
        CompletableFuture<IngestReport> failed = accept(block(0));

        log.next(Topics.BLOCKS).fail(new IllegalStateException("no leader"));

        assertThatThrownBy(failed::join)
                .cause()
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
                            assertThat(fault.text()).contains("no leader");
                        });
    }

    @Test
    void answersARefusalOnlyWhenItsDeadLetterIsSafe() {
        byte[] garbage = {9, 9, 9};
        CompletableFuture<IngestReport> answer =
                ingest.accept(List.of(garbage)).toCompletableFuture();
        assertThat(answer).isNotDone();

        HeldLog.Held append = log.next(Topics.DEAD_LETTERS);
        DeadLetter letter = LETTERS.decode(append.value());
        assertThat(letter.payload()).isEqualTo(garbage);
        assertThat(letter.code()).isEqualTo("block-undecodable");
        assertThat(append.key()).isEqualTo("unknown");

        append.fail(logDown);
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void triesNoFurtherBlockOfACallWhenTheLogFailsAtOnce() {
        log.breakDown(logDown);

        CompletableFuture<IngestReport> failed = accept(block(0), block(1), block(2));

        assertThatThrownBy(failed::join).isInstanceOf(CompletionException.class).hasCause(logDown);
        log.next(Topics.BLOCKS);
        assertThat(log.isHolding(Topics.BLOCKS)).isFalse();

        log.mend();
        CompletableFuture<IngestReport> again = accept(block(0), block(1), block(2));
        for (int number = 0; number < 3; number++) {
            log.succeed(Topics.BLOCKS);
        }
        assertThat(again).isCompletedWithValue(new IngestReport(3, 0, List.of()));
    }

    @Test
    void triesNoFurtherBlockWhenADeadLetterFailsAtOnce() {
        log.breakDown(logDown);

        CompletableFuture<IngestReport> failed =
                ingest.accept(List.of(new byte[] {9}, new byte[] {9}, BLOCKS.encode(block(0))))
                        .toCompletableFuture();

        assertThat(failed).isCompletedExceptionally();
        log.next(Topics.DEAD_LETTERS);
        assertThat(log.isHolding(Topics.DEAD_LETTERS)).isFalse();
        assertThat(log.isHolding(Topics.BLOCKS)).isFalse();
    }

    @Test
    void keepsTheBytesAsTheyCameOfABlockThatIsRefusedAfterItsCalibration() {
        restart(new IngestLimits(new BlockLimits(100_000, ROWS - 1, 100, SECOND), 10), DOUBLED);
        byte[] raw = BLOCKS.encode(block(0));

        ingest.accept(List.of(raw));

        DeadLetter letter = LETTERS.decode(log.next(Topics.DEAD_LETTERS).value());
        assertThat(letter.code()).isEqualTo("block-too-large");
        assertThat(letter.payload()).isEqualTo(raw);
    }

    @Test
    void calibratesABlockThatIsDrivenAgainOnce() {
        restart(IngestLimits.defaults(), DOUBLED);

        ingest.acceptAgain(BLOCKS.encode(block(1)));
        ingest.acceptCalibratedAgain(BLOCKS.encode(block(2)));

        assertThat(firstSpeedOf(log.next(Topics.BLOCKS))).isEqualTo(2.0 * ROWS);
        assertThat(firstSpeedOf(log.next(Topics.BLOCKS))).isEqualTo(2.0 * ROWS);
    }

    @Test
    void keepsNoBytesOfABlockThatIsTooLong() {
        restart(new IngestLimits(new BlockLimits(100, 100, 100, SECOND), 10));

        send(block(0));

        DeadLetter letter = LETTERS.decode(log.next(Topics.DEAD_LETTERS).value());
        assertThat(letter.code()).isEqualTo("block-too-large");
        assertThat(letter.payload()).isEmpty();
    }

    @Test
    void refusesOneSourceTooMany() {
        restart(new IngestLimits(BlockLimits.defaults(), 1));
        send(block(0));
        log.succeed(Topics.BLOCKS);

        CompletableFuture<IngestReport> answer =
                accept(block(new SourceId("another"), ENTRY, 0), block(1));
        log.succeed(Topics.DEAD_LETTERS);
        log.succeed(Topics.BLOCKS);

        assertThat(answer.join().accepted()).isEqualTo(1);
        assertThat(answer.join().refused())
                .singleElement()
                .extracting(RefusedBlock::code)
                .isEqualTo("too-many-sources");
    }

    @Test
    void doesNotLetGarbageUseUpTheNumberOfSources() {
        restart(new IngestLimits(new BlockLimits(100_000, 100, 100, 1), 1));
        SourceId source = new SourceId("from-the-future");
        send(block(source, ENTRY, 86_400 * 365));

        CompletableFuture<IngestReport> answer = accept(block(0));
        log.succeed(Topics.BLOCKS);

        assertThat(answer).isCompletedWithValue(new IngestReport(1, 0, List.of()));
    }

    @Test
    void takesNothingBeforeItKnowsWhatTheLogHoldsAndNothingAfterItIsClosed() {
        Ingest unstarted = ingest(IngestLimits.defaults(), Calibrations.NONE);
        assertThat(codeOf(unstarted)).isEqualTo("ingest-starting");

        ingest.close();
        assertThat(codeOf(ingest)).isEqualTo("ingest-closed");
    }

    @Test
    void writesTheCountsOfDuplicatesWhenItCloses() {
        send(block(0));
        log.succeed(Topics.BLOCKS);
        send(block(0));
        send(block(0));
        database.<Void>write(connection -> {
            SourceTable.save(connection, SourceState.unseen(SOURCE, ENTRY));
            return null;
        });

        ingest.close();

        assertThat(new Ledgers(database).of(SESSION))
                .singleElement()
                .extracting(LedgerLine::duplicate)
                .isEqualTo(2L);
    }

    private static String codeOf(Ingest ingest) {
        try {
            ingest.accept(List.of(BLOCKS.encode(block(0)))).toCompletableFuture().join();
        } catch (CompletionException e) {
            return ((Fault) e.getCause()).code();
        }
        throw new AssertionError("was accepted");
    }

    private CompletableFuture<IngestReport> accept(TelemetryBlock... blocks) {
        return ingest.accept(List.of(blocks).stream().map(BLOCKS::encode).toList())
                .toCompletableFuture();
    }

    private void send(TelemetryBlock... blocks) {
        ingest.accept(List.of(blocks).stream().map(BLOCKS::encode).toList());
    }

    private static double firstSpeedOf(HeldLog.Held append) {
        Column speed = BLOCKS.decode(append.value()).rows().getFirst().columns().getFirst();
        return ((Column.Singles) speed).values()[0];
    }

    private void restart(IngestLimits limits) {
        restart(limits, Calibrations.NONE);
    }

    private void restart(IngestLimits limits, Calibrations calibrations) {
        ingest.close();
        ingest = started(limits, calibrations);
    }

    private Ingest started(IngestLimits limits, Calibrations calibrations) {
        Ingest started = ingest(limits, calibrations);
        started.start();
        started.ready().toCompletableFuture().join();
        return started;
    }

    private Ingest ingest(IngestLimits limits, Calibrations calibrations) {
        InstantSource clock = InstantSource.fixed(EpochNanos.toInstant(START + 3_600 * SECOND));
        return new Ingest(
                new TelemetryPorts(log, BLOCKS, LETTERS, database, new NoSeries(), clock),
                limits,
                calibrations);
    }
}
