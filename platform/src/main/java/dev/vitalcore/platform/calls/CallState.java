package dev.vitalcore.platform.calls;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one kind of call fares.
 *
 * @param since when the circuit came into that state
 * @param failedPercent of the last attempts; absent while there are too few
 * @param underWay attempts that have not ended, those that ran out of time included
 * @param nextTry when an open circuit lets a trial call through
 */
public record CallState(
        CallPolicy policy,
        Circuit circuit,
        Instant since,
        OptionalDouble failedPercent,
        int underWay,
        Counts counts,
        Optional<LastFailure> lastFailure,
        Optional<Instant> nextTry) {

    /** Whether calls are made. */
    public enum Circuit {
        /** All is well. */
        CLOSED,
        /** Calls are refused. */
        OPEN,
        /** The next calls are trials: whether they succeed decides. */
        HALF_OPEN
    }

    /**
     * Since the start.
     *
     * @param succeeded attempts that were answered, also those whose question was refused
     * @param failed attempts
     * @param timedOut attempts
     * @param refusedOpen calls refused because of the open circuit
     * @param refusedBusy calls refused because no place became free
     * @param repeated attempts after the first
     */
    public record Counts(
            long succeeded,
            long failed,
            long timedOut,
            long refusedOpen,
            long refusedBusy,
            long repeated) {}

    /** The failure seen last. */
    public record LastFailure(Instant at, String reason) {}
}
