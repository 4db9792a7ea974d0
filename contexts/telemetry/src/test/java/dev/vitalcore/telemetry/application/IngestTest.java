package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.ENTRY;
import static dev.vitalcore.telemetry.TestBlocks.SESSION;
import static dev.vitalcore.telemetry.TestBlocks.SOURCE;
import static dev.vitalcore.telemetry.TestBlocks.block;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.telemetry.domain.Calibrations;
import dev.vitalcore.telemetry.domain.SourceState;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class IngestTest extends IngestFixture {
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
}
