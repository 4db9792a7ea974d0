package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.PlannedStep.OnFailure;
import dev.vitalcore.contracts.saga.SagaDatum;
import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.contracts.saga.SagaEvent.CancelAsked;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationBegan;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationDone;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationFailed;
import dev.vitalcore.contracts.saga.SagaEvent.OperatorTold;
import dev.vitalcore.contracts.saga.SagaEvent.SagaCompensated;
import dev.vitalcore.contracts.saga.SagaEvent.SagaCompleted;
import dev.vitalcore.contracts.saga.SagaEvent.SagaResumed;
import dev.vitalcore.contracts.saga.SagaEvent.SagaStarted;
import dev.vitalcore.contracts.saga.SagaEvent.SagaStuck;
import dev.vitalcore.contracts.saga.SagaEvent.StepBegan;
import dev.vitalcore.contracts.saga.SagaEvent.StepDone;
import dev.vitalcore.contracts.saga.SagaEvent.StepFailed;
import dev.vitalcore.contracts.saga.SagaEvent.StepTimedOut;
import dev.vitalcore.platform.saga.Activity.Acting;
import dev.vitalcore.platform.saga.Activity.Backward;
import dev.vitalcore.platform.saga.Activity.Compensated;
import dev.vitalcore.platform.saga.Activity.Compensating;
import dev.vitalcore.platform.saga.Activity.Completed;
import dev.vitalcore.platform.saga.Activity.Forward;
import dev.vitalcore.platform.saga.Activity.RetryingAction;
import dev.vitalcore.platform.saga.Activity.RetryingCompensation;
import dev.vitalcore.platform.saga.Activity.Stuck;

/** What events make of a saga's state. Pure. */
final class SagaFold {
    SagaState evolve(SagaState state, SagaEvent event) {
        return changed(state, event).after(event.atNanos());
    }

    private static SagaState changed(SagaState state, SagaEvent event) {
        return switch (event) {
            case SagaStarted e ->
                    SagaState.started(
                            new SagaState.Task(
                                    e.saga(), e.version(), e.steps(), SagaDatum.mapOf(e.data())));
            case StepBegan(var saga, long at, int step, int attempt, long deadline) ->
                    state.with(step, progress -> progress.began(attempt, at))
                            .at(new Acting(step, attempt, deadline));
            case StepDone done -> done(state, done);
            case StepFailed(var saga, long at, int step, int attempt, String reason, long retry) ->
                    failed(state.with(step, p -> p.failed(reason, at)), step, attempt, retry);
            case StepTimedOut(var saga, long at, int step, int attempt, long retry) ->
                    failed(
                            state.with(step, p -> p.failed(noAnswer(state, step), at)),
                            step,
                            attempt,
                            retry);
            case CancelAsked asked -> cancelled(state, asked);
            case CompensationBegan(var saga, long at, int step, int attempt, long deadline) ->
                    state.with(step, progress -> progress.compensating(attempt, at))
                            .at(new Compensating(step, attempt, deadline));
            case CompensationDone(var saga, long at, int step, int attempt) ->
                    state.with(step, progress -> progress.compensated(at))
                            .at(new Backward(step - 1));
            case CompensationFailed failure -> compensationFailed(state, failure);
            case SagaCompleted(var saga, long at, var failed) ->
                    state.at(new Completed()).told(failed.isEmpty());
            case SagaCompensated compensated -> state.at(new Compensated());
            case SagaStuck(var saga, long at, int step, String reason) ->
                    state.at(new Stuck(step, reason)).told(false);
            case SagaResumed resumed -> resumed(state);
            case OperatorTold told -> state.told(true);
        };
    }

    private static SagaState done(SagaState state, StepDone done) {
        int step = done.step();
        SagaState progressed = state.with(step, p -> p.done(done.results(), done.atNanos()));
        return progressed.at(state.turnedBack() ? new Backward(step) : new Forward(step + 1));
    }

    private static SagaState failed(SagaState state, int step, int attempt, long retryNanos) {
        if (retryNanos > 0) {
            return state.at(new RetryingAction(step, attempt + 1, retryNanos));
        }
        PlannedStep planned = state.steps().get(step);
        if (planned.onFailure() == OnFailure.GO_ON && !state.turnedBack()) {
            return state.at(new Forward(step + 1));
        }
        String reason = state.progress().get(step).reason();
        return state.back("step " + planned.name() + " failed: " + reason).at(new Backward(step));
    }

    /** An attempt under way is waited for. */
    private static SagaState cancelled(SagaState state, CancelAsked asked) {
        String reason =
                "cancelled by " + asked.who() + (asked.why().isBlank() ? "" : ": " + asked.why());
        SagaState back = state.back(reason);
        return switch (state.activity()) {
            case Forward(int step) -> back.at(new Backward(step - 1));
            case RetryingAction(int step, int attempt, long until) -> back.at(new Backward(step));
            case Activity other -> back;
        };
    }

    private static SagaState compensationFailed(SagaState state, CompensationFailed failure) {
        int step = failure.step();
        SagaState failed =
                state.with(step, p -> p.compensationFailed(failure.reason(), failure.atNanos()));
        return failure.retryNanos() > 0
                ? failed.at(
                        new RetryingCompensation(step, failure.attempt() + 1, failure.retryNanos()))
                : failed.at(new Stuck(step, failure.reason()));
    }

    private static SagaState resumed(SagaState state) {
        return state.activity() instanceof Stuck(int step, String reason)
                ? state.at(new Backward(step)).told(false)
                : state;
    }

    private static String noAnswer(SagaState state, int step) {
        return TimeUp.after(state.steps().get(step).action().timeoutNanos());
    }
}
