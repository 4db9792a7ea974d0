package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.platform.saga.Activity.RetryingAction;
import dev.vitalcore.platform.saga.Activity.RetryingCompensation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A saga as somebody sees it who looks after it. Times in nanoseconds since the epoch.
 *
 * @param reason why it is being undone or was, or where it is stuck; else empty
 * @param lastNanos of its last event
 * @param nextNanos when it is tried again; 0 where nothing waits
 */
public record SagaView(
        SagaId saga,
        int planVersion,
        Phase phase,
        String reason,
        long lastNanos,
        long nextNanos,
        Map<String, String> data,
        List<Step> steps) {
    /** Where it is. */
    public enum Phase {
        RUNNING,
        UNDOING,
        STUCK,
        COMPLETE,
        COMPLETE_WITH_FAILURES,
        UNDONE;

        public boolean isOver() {
            return switch (this) {
                case COMPLETE, COMPLETE_WITH_FAILURES, UNDONE -> true;
                case RUNNING, UNDOING, STUCK -> false;
            };
        }
    }

    /**
     * A step as planned, and how far it has come.
     *
     * @param awaited its last attempt failed, and the next one is to come
     */
    public record Step(PlannedStep planned, StepProgress progress, boolean awaited) {}

    public SagaView {
        data = Map.copyOf(data);
        steps = List.copyOf(steps);
    }

    static SagaView of(SagaState state) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < state.steps().size(); i++) {
            steps.add(new Step(state.steps().get(i), state.progress().get(i), isAwaited(state, i)));
        }
        return new SagaView(
                SagaId.parse(state.saga()),
                state.task().planVersion(),
                phase(state),
                state.activity() instanceof Activity.Stuck(int step, String why)
                        ? why
                        : state.backReason(),
                state.lastNanos(),
                nextNanos(state),
                state.task().data(),
                steps);
    }

    private static boolean isAwaited(SagaState state, int step) {
        return state.activity() instanceof RetryingAction retrying && retrying.step() == step;
    }

    private static Phase phase(SagaState state) {
        return switch (state.activity()) {
            case Activity.Stuck stuck -> Phase.STUCK;
            case Activity.Compensated over -> Phase.UNDONE;
            case Activity.Completed over ->
                    state.failedSteps().isEmpty() ? Phase.COMPLETE : Phase.COMPLETE_WITH_FAILURES;
            case Activity underWay -> state.turnedBack() ? Phase.UNDOING : Phase.RUNNING;
        };
    }

    private static long nextNanos(SagaState state) {
        return switch (state.activity()) {
            case RetryingAction(int step, int attempt, long until) -> until;
            case RetryingCompensation(int step, int attempt, long until) -> until;
            case Activity other -> 0;
        };
    }
}
