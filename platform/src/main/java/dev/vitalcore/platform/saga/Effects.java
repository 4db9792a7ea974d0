package dev.vitalcore.platform.saga;

import dev.vitalcore.platform.saga.Activity.Acting;
import dev.vitalcore.platform.saga.Activity.Compensating;
import dev.vitalcore.platform.saga.Activity.RetryingAction;
import dev.vitalcore.platform.saga.Activity.RetryingCompensation;
import dev.vitalcore.platform.saga.Effect.Attempt;
import dev.vitalcore.platform.saga.Effect.Direction;
import dev.vitalcore.platform.saga.Effect.Nothing;
import dev.vitalcore.platform.saga.Effect.Tell;
import dev.vitalcore.platform.saga.Effect.Wait;

/** What a state asks for. Pure. */
final class Effects {
    private Effects() {}

    static Effect of(SagaState state) {
        return switch (state.activity()) {
            case Acting(int step, int attempt, long deadline) ->
                    new Attempt(Direction.ACTION, step, attempt, deadline);
            case Compensating(int step, int attempt, long deadline) ->
                    new Attempt(Direction.COMPENSATION, step, attempt, deadline);
            case RetryingAction(int step, int attempt, long until) -> new Wait(until);
            case RetryingCompensation(int step, int attempt, long until) -> new Wait(until);
            case Activity.Forward between -> new Wait(Long.MIN_VALUE);
            case Activity.Backward between -> new Wait(Long.MIN_VALUE);
            case Activity.NotStarted none -> new Nothing();
            case Activity.Completed over -> telling(state);
            case Activity.Compensated over -> telling(state);
            case Activity.Stuck stuck -> telling(state);
        };
    }

    private static Effect telling(SagaState state) {
        return Notices.of(state).<Effect>map(Tell::new).orElseGet(Nothing::new);
    }
}
