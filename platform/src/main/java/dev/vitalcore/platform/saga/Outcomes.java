package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.AttemptLimits;
import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationDone;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationFailed;
import dev.vitalcore.contracts.saga.SagaEvent.SagaStuck;
import dev.vitalcore.contracts.saga.SagaEvent.StepDone;
import dev.vitalcore.contracts.saga.SagaEvent.StepFailed;
import dev.vitalcore.contracts.saga.SagaEvent.StepTimedOut;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.saga.Activity.Acting;
import dev.vitalcore.platform.saga.Activity.Compensating;
import dev.vitalcore.platform.saga.Effect.Direction;
import dev.vitalcore.platform.saga.SagaCommand.Ended;
import dev.vitalcore.platform.saga.StepOutcome.Failed;
import dev.vitalcore.platform.saga.StepOutcome.Succeeded;
import java.util.List;

/** What the end of an attempt means. Pure. */
final class Outcomes {
    private static final long NOT_AGAIN = 0;

    /** Empty where the saga does not wait for this attempt (any more). */
    List<SagaEvent> of(SagaState state, Ended ended, long now) {
        return switch (state.activity()) {
            case Acting acting when is(ended, Direction.ACTION, acting.step(), acting.attempt()) ->
                    List.of(action(state, acting, ended.outcome(), now));
            case Compensating undoing
                    when is(ended, Direction.COMPENSATION, undoing.step(), undoing.attempt()) ->
                    compensation(state, undoing, ended.outcome(), now);
            case Activity other -> List.of();
        };
    }

    /** What it means that an attempt is still under way at this time. */
    List<SagaEvent> overdue(SagaState state, long now) {
        return switch (state.activity()) {
            case Acting acting when acting.deadlineNanos() <= now ->
                    List.of(
                            new StepTimedOut(
                                    state.saga(),
                                    now,
                                    acting.step(),
                                    acting.attempt(),
                                    retryAction(state, acting, now)));
            case Compensating undoing when undoing.deadlineNanos() <= now ->
                    compensationFailed(
                            state, undoing, new Failed(noAnswer(state, undoing), false), now);
            case Activity other -> List.of();
        };
    }

    private static SagaEvent action(SagaState state, Acting acting, StepOutcome outcome, long now) {
        int step = acting.step();
        return switch (outcome) {
            case Succeeded(var results) ->
                    new StepDone(state.saga(), now, step, acting.attempt(), results);
            case Failed(String reason, boolean forGood) ->
                    new StepFailed(
                            state.saga(),
                            now,
                            step,
                            acting.attempt(),
                            Text.abbreviate(reason, SagaMachine.TEXT_LIMIT),
                            forGood ? NOT_AGAIN : retryAction(state, acting, now));
        };
    }

    private static List<SagaEvent> compensation(
            SagaState state, Compensating undoing, StepOutcome outcome, long now) {
        return switch (outcome) {
            case Succeeded done ->
                    List.of(
                            new CompensationDone(
                                    state.saga(), now, undoing.step(), undoing.attempt()));
            case Failed failed -> compensationFailed(state, undoing, failed, now);
        };
    }

    private static List<SagaEvent> compensationFailed(
            SagaState state, Compensating undoing, Failed failed, long now) {
        int step = undoing.step();
        String reason = Text.abbreviate(failed.reason(), SagaMachine.TEXT_LIMIT);
        AttemptLimits limits = state.steps().get(step).compensation();
        boolean again = !failed.forGood() && limits.allowAfter(undoing.attempt());
        SagaEvent failure =
                new CompensationFailed(
                        state.saga(),
                        now,
                        step,
                        undoing.attempt(),
                        reason,
                        again ? now + limits.pauseNanosAfter(undoing.attempt()) : NOT_AGAIN);
        return again
                ? List.of(failure)
                : List.of(failure, new SagaStuck(state.saga(), now, step, reason));
    }

    /** A saga that somebody cancelled tries nothing again but to undo. */
    private static long retryAction(SagaState state, Acting acting, long now) {
        AttemptLimits limits = state.steps().get(acting.step()).action();
        return !state.turnedBack() && limits.allowAfter(acting.attempt())
                ? now + limits.pauseNanosAfter(acting.attempt())
                : NOT_AGAIN;
    }

    private static String noAnswer(SagaState state, Compensating undoing) {
        return TimeUp.after(state.steps().get(undoing.step()).compensation().timeoutNanos());
    }

    private static boolean is(Ended ended, Direction direction, int step, int attempt) {
        Effect.Attempt of = ended.attempt();
        return of.direction() == direction && of.step() == step && of.attempt() == attempt;
    }
}
