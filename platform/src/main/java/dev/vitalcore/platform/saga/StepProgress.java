package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.SagaDatum;
import java.util.List;

/**
 * How far a step has come.
 *
 * @param attempts of its action so far, over all
 * @param undoings attempts of its compensation since the saga was started or resumed
 * @param sinceNanos when it came to this state, nanoseconds since the epoch; 0 where it never began
 * @param reason of its last failure; empty where none failed
 * @param results what the action found
 */
public record StepProgress(
        State state,
        int attempts,
        int undoings,
        long sinceNanos,
        String reason,
        List<SagaDatum> results) {
    static final StepProgress NOT_BEGUN = new StepProgress(State.NOT_BEGUN, 0, 0, 0, "", List.of());

    /** What is known of the step. */
    public enum State {
        NOT_BEGUN,
        /** An attempt is under way, or was when the process ended. */
        BEGUN,
        DONE,
        /** The last attempt failed. Whether it did something is not known. */
        FAILED,
        COMPENSATING,
        COMPENSATED,
        COMPENSATION_FAILED
    }

    public StepProgress {
        results = List.copyOf(results);
    }

    /** Whether it may have done something. */
    boolean hasBegun() {
        return state != State.NOT_BEGUN;
    }

    StepProgress began(int attempt, long atNanos) {
        return new StepProgress(State.BEGUN, attempt, undoings, atNanos, reason, results);
    }

    StepProgress done(List<SagaDatum> found, long atNanos) {
        return new StepProgress(State.DONE, attempts, undoings, atNanos, "", found);
    }

    StepProgress failed(String why, long atNanos) {
        return new StepProgress(State.FAILED, attempts, undoings, atNanos, why, results);
    }

    StepProgress compensating(int attempt, long atNanos) {
        return new StepProgress(State.COMPENSATING, attempts, attempt, atNanos, reason, results);
    }

    StepProgress compensated(long atNanos) {
        return new StepProgress(State.COMPENSATED, attempts, undoings, atNanos, reason, results);
    }

    StepProgress compensationFailed(String why, long atNanos) {
        return new StepProgress(
                State.COMPENSATION_FAILED, attempts, undoings, atNanos, why, results);
    }
}
