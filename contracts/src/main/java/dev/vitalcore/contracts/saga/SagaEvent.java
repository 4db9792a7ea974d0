package dev.vitalcore.contracts.saga;

import java.util.List;

/**
 * What happened to a saga. Steps are numbered from 0 in the order of the plan, attempts from 1. An
 * event that begins an attempt is kept before the attempt is made, so after a crash the attempt is
 * made again, with the same key.
 *
 * <p>Times never go back within a saga, whatever the clock does.
 */
public sealed interface SagaEvent {
    /** Which saga; its plan's name and its id, written {@code plan.id}. */
    String saga();

    /** When it happened, nanoseconds since the epoch. */
    long atNanos();

    /**
     * @param plan name of the plan
     * @param version of the plan, from 1
     * @param steps all that will be done, in this order
     * @param data what the steps work with
     */
    record SagaStarted(
            String saga,
            long atNanos,
            String plan,
            int version,
            List<PlannedStep> steps,
            List<SagaDatum> data)
            implements SagaEvent {
        public SagaStarted {
            steps = List.copyOf(steps);
            data = List.copyOf(data);
        }
    }

    /**
     * @param deadlineNanos when the attempt counts as failed, nanoseconds since the epoch
     */
    record StepBegan(String saga, long atNanos, int step, int attempt, long deadlineNanos)
            implements SagaEvent {}

    /**
     * @param results what the step found, for those after it and for undoing it
     */
    record StepDone(String saga, long atNanos, int step, int attempt, List<SagaDatum> results)
            implements SagaEvent {
        public StepDone {
            results = List.copyOf(results);
        }
    }

    /**
     * @param retryNanos when it is tried again, nanoseconds since the epoch; 0: not again
     */
    record StepFailed(
            String saga, long atNanos, int step, int attempt, String reason, long retryNanos)
            implements SagaEvent {}

    /**
     * No answer before the deadline; whether the step was done is not known.
     *
     * @param retryNanos when it is tried again, nanoseconds since the epoch; 0: not again
     */
    record StepTimedOut(String saga, long atNanos, int step, int attempt, long retryNanos)
            implements SagaEvent {}

    /** Somebody wants all undone. An attempt under way comes to its end first. */
    record CancelAsked(String saga, long atNanos, String who, String why) implements SagaEvent {}

    /**
     * A step is being undone.
     *
     * @param deadlineNanos when the attempt counts as failed, nanoseconds since the epoch
     */
    record CompensationBegan(String saga, long atNanos, int step, int attempt, long deadlineNanos)
            implements SagaEvent {}

    /** The step is undone, whether it had been done or not. */
    record CompensationDone(String saga, long atNanos, int step, int attempt)
            implements SagaEvent {}

    /**
     * @param retryNanos when it is tried again, nanoseconds since the epoch; 0: not again
     */
    record CompensationFailed(
            String saga, long atNanos, int step, int attempt, String reason, long retryNanos)
            implements SagaEvent {}

    /**
     * All steps are behind it.
     *
     * @param failed names of the steps that failed and let the saga go on
     */
    record SagaCompleted(String saga, long atNanos, List<String> failed) implements SagaEvent {
        public SagaCompleted {
            failed = List.copyOf(failed);
        }
    }

    /** All that was begun is undone. */
    record SagaCompensated(String saga, long atNanos, String reason) implements SagaEvent {}

    /** A step could not be undone; nothing happens until somebody resumes the saga. */
    record SagaStuck(String saga, long atNanos, int step, String reason) implements SagaEvent {}

    /** A saga that was stuck goes on undoing. */
    record SagaResumed(String saga, long atNanos, String who) implements SagaEvent {}

    /** The operator has been given a notice of how it ended or where it is stuck. */
    record OperatorTold(String saga, long atNanos, String notice) implements SagaEvent {}
}
