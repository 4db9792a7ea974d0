package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.ENTRY;
import static dev.vitalcore.telemetry.TestBlocks.ROWS;
import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static dev.vitalcore.telemetry.TestBlocks.block;
import static dev.vitalcore.telemetry.TestBlocks.numbered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.telemetry.domain.BlockLimits;
import dev.vitalcore.telemetry.domain.Calibration;
import dev.vitalcore.telemetry.domain.Calibrations;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What ingest does not take, and what becomes of it. */
class IngestRefusalsTest extends IngestFixture {
    /** Doubles the speed of the entry. */
    private static final Calibrations DOUBLED =
            new Calibrations(
                    Map.of(),
                    Map.of(
                            ENTRY,
                            new Calibration(Map.of("speed", new Calibration.Correction(2, 0)))));

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

    private static double firstSpeedOf(HeldLog.Held append) {
        Column speed = BLOCKS.decode(append.value()).rows().getFirst().columns().getFirst();
        return ((Column.Singles) speed).values()[0];
    }
}
