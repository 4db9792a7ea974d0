package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationBegan;
import dev.vitalcore.contracts.saga.SagaEvent.SagaCompensated;
import dev.vitalcore.contracts.saga.SagaEvent.SagaCompleted;
import dev.vitalcore.contracts.saga.SagaEvent.StepBegan;
import dev.vitalcore.platform.saga.Activity.Acting;
import dev.vitalcore.platform.saga.Activity.Backward;
import dev.vitalcore.platform.saga.Activity.Compensated;
import dev.vitalcore.platform.saga.Activity.Compensating;
import dev.vitalcore.platform.saga.Activity.Completed;
import dev.vitalcore.platform.saga.Activity.Forward;
import dev.vitalcore.platform.saga.Activity.NotStarted;
import dev.vitalcore.platform.saga.Activity.RetryingAction;
import dev.vitalcore.platform.saga.Activity.RetryingCompensation;
import dev.vitalcore.platform.saga.Activity.Stuck;
import java.util.List;

/** What begins when a saga is between two attempts. Pure. */
final class NextStep {
    /** Empty where the saga waits for something. */
    List<SagaEvent> after(SagaState state, long now) {
        return switch (state.activity()) {
            case Forward(int step) when step < state.steps().size() ->
                    List.of(beginAction(state, step, 1, now));
            case Forward behindAll ->
                    List.of(new SagaCompleted(state.saga(), now, state.failedSteps()));
            case RetryingAction(int step, int attempt, long until) when until <= now ->
                    List.of(beginAction(state, step, attempt, now));
            case Backward(int step) -> List.of(back(state, step, now));
            case RetryingCompensation(int step, int attempt, long until) when until <= now ->
                    List.of(beginCompensation(state, step, attempt, now));
            case RetryingAction waits -> List.of();
            case RetryingCompensation waits -> List.of();
            case NotStarted nothing -> List.of();
            case Acting underWay -> List.of();
            case Compensating underWay -> List.of();
            case Stuck waits -> List.of();
            case Completed over -> List.of();
            case Compensated over -> List.of();
        };
    }

    /** The last step that may have done something and is not undone yet comes first. */
    private static SagaEvent back(SagaState state, int from, long now) {
        for (int step = from; step >= 0; step--) {
            if (state.progress().get(step).hasBegun() && state.steps().get(step).isCompensated()) {
                return beginCompensation(state, step, 1, now);
            }
        }
        return new SagaCompensated(state.saga(), now, state.backReason());
    }

    private static SagaEvent beginAction(SagaState state, int step, int attempt, long now) {
        PlannedStep planned = state.steps().get(step);
        return new StepBegan(
                state.saga(), now, step, attempt, now + planned.action().timeoutNanos());
    }

    private static SagaEvent beginCompensation(SagaState state, int step, int attempt, long now) {
        PlannedStep planned = state.steps().get(step);
        return new CompensationBegan(
                state.saga(), now, step, attempt, now + planned.compensation().timeoutNanos());
    }
}
