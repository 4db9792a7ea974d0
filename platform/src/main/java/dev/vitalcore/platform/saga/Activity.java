package dev.vitalcore.platform.saga;

/**
 * What a saga is at. Steps from 0, attempts from 1, times in nanoseconds since the epoch.
 *
 * <pre>
 *             ┌──────────── RetryingAction ◀───────────┐ failed, timed out
 *             ▼                                        │
 * Forward ─▶ Acting ── done ─▶ Forward (next step) … ─▶ Completed
 *             │ failed for good, cancelled
 *             ▼
 * Backward ─▶ Compensating ── done ─▶ Backward (step before) … ─▶ Compensated
 *    ▲        ▲         │ failed            │ failed for good
 *    │        └─ RetryingCompensation ◀─┘   ▼
 *    └───────────── resumed ───────────── Stuck
 * </pre>
 */
public sealed interface Activity {
    /** Nothing has been started. */
    record NotStarted() implements Activity {}

    /** The step is to be begun; behind the last one the saga is complete. */
    record Forward(int step) implements Activity {}

    record Acting(int step, int attempt, long deadlineNanos) implements Activity {}

    /**
     * @param attempt the one that comes
     */
    record RetryingAction(int step, int attempt, long untilNanos) implements Activity {}

    /** All up to this step is to be undone; before the first one the saga is compensated. */
    record Backward(int step) implements Activity {}

    record Compensating(int step, int attempt, long deadlineNanos) implements Activity {}

    /**
     * @param attempt the one that comes
     */
    record RetryingCompensation(int step, int attempt, long untilNanos) implements Activity {}

    /** Undoing the step failed for good; somebody must look at it. */
    record Stuck(int step, String reason) implements Activity {}

    /** Over: all steps are behind it. */
    record Completed() implements Activity {}

    /** Over: all is undone. */
    record Compensated() implements Activity {}
}
