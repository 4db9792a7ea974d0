package dev.vitalcore.racecontrol.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.saga.Activity;
import dev.vitalcore.platform.saga.Effect.Attempt;
import dev.vitalcore.platform.saga.Effect.Direction;
import dev.vitalcore.platform.saga.SagaCommand;
import dev.vitalcore.platform.saga.SagaId;
import dev.vitalcore.platform.saga.SagaMachine;
import dev.vitalcore.platform.saga.SagaState;
import dev.vitalcore.platform.saga.StepOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a car is waited for, by a clock that is moved by hand from one due time to the next. */
class OnboardingWaitTest {
    private static final SagaId ID = new SagaId(CarOnboarding.PLAN, "fp1-7");
    private static final long BEGIN = Duration.ofHours(1).toNanos();

    private final SagaMachine machine = new SagaMachine();
    private final List<SagaEvent> events = new ArrayList<>();
    private long nowNanos = BEGIN;

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 10, 30, 89, 90, 91, 600, 900})
    void givesUpWhenTheWaitIsOverAndNotBefore(long seconds) {
        start(Duration.ofSeconds(seconds));

        waitInVain();

        assertThat(state().activity()).isInstanceOf(Activity.Compensating.class);
        assertThat(Duration.ofNanos(nowNanos - BEGIN))
                .isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds).plusNanos(100));
    }

    @Test
    void looksOnceWhereThereIsNoWait() {
        start(Duration.ZERO);

        waitInVain();

        assertThat(nowNanos).isEqualTo(BEGIN);
        assertThat(events.stream().filter(SagaEvent.StepFailed.class::isInstance)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"10,1", "30,1", "90,1", "600,7", "900,10"})
    void looksOften(long seconds, long mostBetween) {
        start(Duration.ofSeconds(seconds));
        long longest = 0;

        while (state().activity() instanceof Activity.Acting) {
            long before = nowNanos;
            lookInVain();
            longest = Math.max(longest, nowNanos - before);
        }

        assertThat(Duration.ofNanos(longest))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(mostBetween));
    }

    private void start(Duration patience) {
        CarOnboarding.Wish wish =
                new CarOnboarding.Wish(
                        new SessionId("fp1"), 5, "7", "Blue", List.of("Ada"), patience, true);
        tell(new SagaCommand.Start(ID, CarOnboarding.plan(wish), List.of(), nowNanos));
        end(new StepOutcome.Succeeded(List.of()));
    }

    private void waitInVain() {
        while (state().activity() instanceof Activity.Acting) {
            lookInVain();
        }
    }

    /** Nothing has come, and it is time for what is next. */
    private void lookInVain() {
        end(new StepOutcome.Failed("nothing of car 7 has come", false));
        if (state().activity()
                instanceof Activity.RetryingAction(int step, int attempt, long until)) {
            nowNanos = until;
            tell(new SagaCommand.Tick(nowNanos));
        }
    }

    private void end(StepOutcome outcome) {
        if (state().activity() instanceof Activity.Acting(int step, int attempt, long deadline)) {
            Attempt underWay = new Attempt(Direction.ACTION, step, attempt, deadline);
            tell(new SagaCommand.Ended(underWay, outcome, nowNanos));
        }
    }

    private void tell(SagaCommand command) {
        if (machine.decide(state(), command)
                instanceof Decision.Accepted<SagaEvent>(List<SagaEvent> more)) {
            events.addAll(more);
        }
    }

    /** Of the events alone, as after a restart. */
    private SagaState state() {
        SagaState state = machine.initial();
        for (SagaEvent event : events) {
            state = machine.evolve(state, event);
        }
        return state;
    }
}
