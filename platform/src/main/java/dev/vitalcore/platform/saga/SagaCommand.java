package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.SagaDatum;
import java.util.List;

/** What a saga may be told. Times in nanoseconds since the epoch, as the runner sees them. */
public sealed interface SagaCommand {
    long nowNanos();

    record Start(SagaId id, SagaPlan plan, List<SagaDatum> data, long nowNanos)
            implements SagaCommand {
        public Start {
            data = List.copyOf(data);
        }
    }

    /** An attempt ended. One that the saga no longer waits for changes nothing. */
    record Ended(Effect.Attempt attempt, StepOutcome outcome, long nowNanos)
            implements SagaCommand {}

    /** Time went on. */
    record Tick(long nowNanos) implements SagaCommand {}

    record Cancel(String who, String why, long nowNanos) implements SagaCommand {}

    record Resume(String who, long nowNanos) implements SagaCommand {}

    /** The operator has the notice. */
    record Told(String notice, long nowNanos) implements SagaCommand {}
}
