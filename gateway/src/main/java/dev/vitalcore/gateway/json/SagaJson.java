package dev.vitalcore.gateway.json;

import dev.vitalcore.contracts.saga.SagaDatum;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.StepProgress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A saga: what is done, how far it is, and why it stands where it does.
 *
 * @param reason why it is or was undone, or where it is stuck
 * @param nextTry when it is tried again; null where nothing waits
 */
public record SagaJson(
        String saga,
        int planVersion,
        String phase,
        @Nullable String reason,
        String lastEvent,
        @Nullable String nextTry,
        Map<String, String> data,
        List<Step> steps) {
    /**
     * @param attempts so far, of {@code mostAttempts}
     * @param undoings attempts at undoing it so far, of {@code mostUndoings}; 0: there is nothing
     *     to undo
     * @param since when it came to this state; null where it did not begin
     * @param reason of its last failure
     */
    public record Step(
            String name,
            String kind,
            String argument,
            String state,
            int attempts,
            int mostAttempts,
            int undoings,
            int mostUndoings,
            String onFailure,
            @Nullable String since,
            @Nullable String reason,
            Map<String, String> results) {
        static Step of(SagaView.Step step) {
            StepProgress progress = step.progress();
            return new Step(
                    step.planned().name(),
                    step.planned().kind(),
                    step.planned().argument(),
                    step.awaited() ? "retrying" : Words.of(progress.state()),
                    progress.attempts(),
                    step.planned().action().most(),
                    progress.undoings(),
                    step.planned().compensation().most(),
                    Words.of(step.planned().onFailure()),
                    moment(progress.sinceNanos()),
                    present(progress.reason()),
                    SagaDatum.mapOf(progress.results()));
        }
    }

    public static SagaJson of(SagaView view) {
        return new SagaJson(
                view.saga().toString(),
                view.planVersion(),
                Words.of(view.phase()),
                present(view.reason()),
                EpochNanos.toInstant(view.lastNanos()).toString(),
                moment(view.nextNanos()),
                view.data(),
                view.steps().stream().map(Step::of).toList());
    }

    private static @Nullable String moment(long nanos) {
        return nanos == 0 ? null : EpochNanos.toInstant(nanos).toString();
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }
}
