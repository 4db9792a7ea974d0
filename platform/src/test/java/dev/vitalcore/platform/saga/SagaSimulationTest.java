package dev.vitalcore.platform.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationBegan;
import dev.vitalcore.contracts.saga.SagaEvent.StepFailed;
import dev.vitalcore.contracts.saga.SagaEvent.StepTimedOut;
import dev.vitalcore.kernel.Decider;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.platform.saga.SagaSimulation.Fakes;
import dev.vitalcore.platform.saga.SagaSimulation.Summary;
import dev.vitalcore.platform.saga.SimulatedWorld.Habits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Sagas under everything that may go wrong, in thousands of schedules. A failure is its seed: run
 * it alone with {@code -Dvitalcore.saga.seed=N -Dvitalcore.saga.schedules=1}.
 */
class SagaSimulationTest {
    private static final long FIRST_SEED = Long.getLong("vitalcore.saga.seed", 20_261_126L);
    private static final int SCHEDULES = Integer.getInteger("vitalcore.saga.schedules", 10_000);

    /** So many schedules must be enough to find what is wrong on purpose. */
    private static final int FAKE_SCHEDULES = 300;

    @Test
    void holdsItsRulesInEverySchedule() {
        int complete = 0;
        int undone = 0;
        long events = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed++) {
            Summary summary = run(seed, Fakes.none());
            complete += summary.complete();
            undone += summary.undone();
            events += summary.events();
        }

        assertThat(complete + undone).isGreaterThanOrEqualTo(SCHEDULES);
        assertThat(events).isGreaterThan(complete + undone);
        if (SCHEDULES >= 1_000) {
            assertThat(complete).as("sagas that came to their end").isGreaterThan(SCHEDULES / 4);
            assertThat(undone).as("sagas that were undone").isGreaterThan(SCHEDULES / 4);
        }
        System.out.printf(
                "%d schedules from seed %d: %d events, %d sagas complete, %d undone%n",
                SCHEDULES, FIRST_SEED, events, complete, undone);
    }

    @Test
    void comesOutTheSameForTheSameSeed() {
        assertThat(run(FIRST_SEED, Fakes.none())).isEqualTo(run(FIRST_SEED, Fakes.none()));
    }

    @Test
    void noticesThatStepsAreUndoneInTheirOrder() {
        assertThat(firstViolation(machine(new UndoesFirstStepFirst())))
                .hasValueSatisfying(text -> assertThat(text).contains("is undone before step"));
    }

    @Test
    void noticesThatAFailedStepIsTakenForNotDone() {
        assertThat(firstViolation(machine(new TakesFailedForNotDone())))
                .hasValueSatisfying(text ->
                        assertThat(text).containsAnyOf("before step", "in force", "left out"));
    }

    @Test
    void noticesAnOutcomeThatIsKeptBeforeTheAttempt() {
        assertThat(firstViolation(new Fakes(new SagaMachine(), Habits.GOOD, true)))
                .hasValueSatisfying(text -> assertThat(text).contains("is not in force"));
    }

    @Test
    void noticesAStepThatIsDoneTwice() {
        assertThat(firstViolation(new Fakes(new SagaMachine(), new Habits(false, true), false)))
                .hasValueSatisfying(text -> assertThat(text).contains("in force 2 times"));
    }

    @Test
    void noticesAnActionThatComesAfterItWasUndone() {
        assertThat(firstViolation(new Fakes(new SagaMachine(), new Habits(true, false), false)))
                .hasValueSatisfying(text -> assertThat(text).contains("in force"));
    }

    private static Summary run(long seed, Fakes fakes) {
        try {
            return new SagaSimulation(seed, fakes).run();
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
        }
    }

    private static Optional<String> firstViolation(Fakes fakes) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + FAKE_SCHEDULES; seed++) {
            try {
                new SagaSimulation(seed, fakes).run();
            } catch (AssertionError violation) {
                return Optional.of(String.valueOf(violation.getMessage()));
            }
        }
        return Optional.empty();
    }

    private static Fakes machine(Decider<SagaState, SagaCommand, SagaEvent> broken) {
        return new Fakes(broken, Habits.GOOD, false);
    }

    /** The machine, but for what a test spoils. */
    private abstract static class Spoilt implements Decider<SagaState, SagaCommand, SagaEvent> {
        private final SagaMachine machine = new SagaMachine();

        @Override
        public SagaState initial() {
            return machine.initial();
        }

        @Override
        public Decision<SagaEvent> decide(SagaState state, SagaCommand command) {
            return machine.decide(state, command);
        }

        @Override
        public SagaState evolve(SagaState state, SagaEvent event) {
            return machine.evolve(state, event);
        }
    }

    private static final class UndoesFirstStepFirst extends Spoilt {
        @Override
        public Decision<SagaEvent> decide(SagaState state, SagaCommand command) {
            return switch (super.decide(state, command)) {
                case Decision.Accepted<SagaEvent>(List<SagaEvent> events) ->
                        Decision.acceptAll(events.stream().map(e -> first(state, e)).toList());
                case Decision.Refused<SagaEvent> refused -> refused;
            };
        }

        private static SagaEvent first(SagaState state, SagaEvent event) {
            if (event instanceof CompensationBegan began && began.attempt() == 1) {
                for (int step = 0; step < began.step(); step++) {
                    PlannedStep planned = state.steps().get(step);
                    if (planned.isCompensated() && state.progress().get(step).hasBegun()) {
                        return new CompensationBegan(
                                began.saga(), began.atNanos(), step, 1, began.deadlineNanos());
                    }
                }
            }
            return event;
        }
    }

    private static final class TakesFailedForNotDone extends Spoilt {
        @Override
        public SagaState evolve(SagaState state, SagaEvent event) {
            SagaState evolved = super.evolve(state, event);
            return switch (event) {
                case StepFailed failed when failed.retryNanos() == 0 ->
                        evolved.with(failed.step(), any -> StepProgress.NOT_BEGUN);
                case StepTimedOut failed when failed.retryNanos() == 0 ->
                        evolved.with(failed.step(), any -> StepProgress.NOT_BEGUN);
                case SagaEvent other -> evolved;
            };
        }
    }
}
