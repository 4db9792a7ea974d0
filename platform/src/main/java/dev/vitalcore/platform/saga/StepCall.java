package dev.vitalcore.platform.saga;

import java.util.Map;

/**
 * What an attempt at a step is given.
 *
 * @param saga it belongs to
 * @param step its name
 * @param argument of the step in the plan
 * @param attempt from 1
 * @param atNanos when the attempt began, nanoseconds since the epoch: the same where it is made
 *     again after a crash
 * @param data what the saga was started with and what the steps before this one found (for a
 *     compensation: this one too)
 */
public record StepCall(
        SagaId saga,
        String step,
        String argument,
        int attempt,
        long atNanos,
        Map<String, String> data) {
    public StepCall {
        data = Map.copyOf(data);
    }

    /**
     * Names the step among all of all sagas; the same for all attempts at it and for undoing it.
     */
    public String key() {
        return saga + "/" + step;
    }

    /**
     * @throws IllegalArgumentException when the saga has no such datum
     */
    public String datum(String name) {
        String value = data.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "saga " + saga + " has no datum '" + name + "'; it has " + data.keySet());
        }
        return value;
    }
}
