package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.SagaDatum;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.saga.Effect.Attempt;
import dev.vitalcore.platform.saga.Effect.Direction;
import dev.vitalcore.platform.saga.StepOutcome.Failed;
import dev.vitalcore.platform.saga.StepOutcome.Succeeded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The code behind the steps of plans: by plan, then by kind of step. Thread-safe. */
public final class StepCodes {
    private static final Logger LOG = LoggerFactory.getLogger(StepCodes.class);

    private final Map<String, Map<String, StepCode>> byPlan;

    /**
     * @param byPlan by the plan's name, then by the kind of step
     */
    public StepCodes(Map<String, Map<String, StepCode>> byPlan) {
        Map<String, Map<String, StepCode>> copy = new HashMap<>();
        byPlan.forEach((plan, codes) -> copy.put(plan, Map.copyOf(codes)));
        this.byPlan = Map.copyOf(copy);
    }

    /**
     * @throws Fault (user, {@code plan-without-code}) when a step of the plan has no code here
     */
    void requireAll(SagaPlan plan) {
        for (PlannedStep step : plan.steps()) {
            if (code(plan.name(), step.kind()) == null) {
                throw Fault.user(
                        "plan-without-code",
                        "plan "
                                + plan.name()
                                + " has steps of kind "
                                + step.kind()
                                + ", unknown here",
                        "start it where its code is");
            }
        }
    }

    /** Makes the attempt on the calling thread; whatever goes wrong is an outcome. */
    StepOutcome outcome(SagaId id, SagaState state, Attempt attempt) {
        PlannedStep step = state.steps().get(attempt.step());
        StepCode code = code(id.plan(), step.kind());
        if (code == null) {
            return new Failed("there is no code for steps of kind " + step.kind(), false);
        }
        StepCall call =
                new StepCall(
                        id,
                        step.name(),
                        step.argument(),
                        attempt.attempt(),
                        state.progress().get(attempt.step()).sinceNanos(),
                        state.dataFor(attempt.step()));
        return outcome(code, attempt.direction(), call);
    }

    private static StepOutcome outcome(StepCode code, Direction direction, StepCall call) {
        try {
            return switch (direction) {
                case ACTION -> new Succeeded(SagaDatum.listOf(code.act(call)));
                case COMPENSATION -> {
                    code.undo(call);
                    yield new Succeeded(List.of());
                }
            };
        } catch (InterruptedException stopped) {
            return new Failed("stopped before it was done", false);
        } catch (Fault fault) {
            return new Failed(fault.text() + ". " + fault.remedy(), isForGood(fault));
        } catch (RuntimeException | Error bug) {
            LOG.atError()
                    .setCause(bug)
                    .addKeyValue("step", call.key())
                    .log("a step failed by a bug");
            return new Failed("a bug: " + bug, false);
        }
    }

    private static boolean isForGood(Fault fault) {
        return switch (fault.kind()) {
            case USER, CONFLICT -> true;
            case UNAVAILABLE, INTERNAL -> false;
        };
    }

    private @Nullable StepCode code(String plan, String kind) {
        return byPlan.getOrDefault(plan, Map.of()).get(kind);
    }
}
