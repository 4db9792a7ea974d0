package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.SagaDatum;
import java.util.List;

/** How an attempt ended. */
public sealed interface StepOutcome {
    /**
     * @param results for the steps after it and for undoing it; of a compensation they are dropped
     */
    record Succeeded(List<SagaDatum> results) implements StepOutcome {
        public Succeeded {
            results = List.copyOf(results);
        }
    }

    /**
     * @param forGood whether trying again is of no use
     */
    record Failed(String reason, boolean forGood) implements StepOutcome {}
}
