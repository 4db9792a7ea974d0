package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.PlannedStep;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a saga does, in order. It is kept whole in the saga's first event.
 *
 * @param name of the plan
 * @param version from 1; raised when the meaning of the steps changes
 */
public record SagaPlan(String name, int version, List<PlannedStep> steps) {
    /** Most steps of a plan. */
    public static final int STEP_LIMIT = 500;

    public SagaPlan {
        steps = List.copyOf(steps);
        if (version < 1) {
            throw new IllegalArgumentException(
                    "version " + version + " of plan " + name + " is not usable: from 1");
        }
        if (steps.isEmpty() || steps.size() > STEP_LIMIT) {
            throw new IllegalArgumentException(
                    "a plan of " + steps.size() + " steps is not possible: 1 to " + STEP_LIMIT);
        }
        Set<String> names = new HashSet<>();
        for (PlannedStep step : steps) {
            if (!names.add(step.name())) {
                throw new IllegalArgumentException(
                        "plan "
                                + name
                                + " has two steps "
                                + step.name()
                                + ": name each of its own");
            }
        }
    }
}
