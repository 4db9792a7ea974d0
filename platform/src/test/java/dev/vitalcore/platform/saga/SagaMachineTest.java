package dev.vitalcore.platform.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.saga.AttemptLimits;
import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.PlannedStep.OnFailure;
import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.contracts.saga.SagaEvent.CancelAsked;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationBegan;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationDone;
import dev.vitalcore.contracts.saga.SagaEvent.CompensationFailed;
import dev.vitalcore.contracts.saga.SagaEvent.OperatorTold;
import dev.vitalcore.contracts.saga.SagaEvent.SagaCompensated;
import dev.vitalcore.contracts.saga.SagaEvent.SagaCompleted;
import dev.vitalcore.contracts.saga.SagaEvent.SagaResumed;
import dev.vitalcore.contracts.saga.SagaEvent.SagaStarted;
import dev.vitalcore.contracts.saga.SagaEvent.SagaStuck;
import dev.vitalcore.contracts.saga.SagaEvent.StepBegan;
import dev.vitalcore.contracts.saga.SagaEvent.StepDone;
import dev.vitalcore.contracts.saga.SagaEvent.StepFailed;
import dev.vitalcore.contracts.saga.SagaEvent.StepTimedOut;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.platform.saga.Effect.Attempt;
import dev.vitalcore.platform.saga.Effect.Tell;
import dev.vitalcore.platform.saga.Effect.Wait;
import dev.vitalcore.platform.saga.SagaCommand.Cancel;
import dev.vitalcore.platform.saga.SagaCommand.Ended;
import dev.vitalcore.platform.saga.SagaCommand.Resume;
import dev.vitalcore.platform.saga.SagaCommand.Start;
import dev.vitalcore.platform.saga.SagaCommand.Tick;
import dev.vitalcore.platform.saga.SagaCommand.Told;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SagaMachineTest {
    private static final SagaId ID = new SagaId("opening", "fp1");
    private static final String NAME = "opening.fp1";
    private static final long SECOND = 1_000_000_000L;

    /** Two tries, 4 s apart, of at most 10 s. */
    private static final AttemptLimits TWICE =
            AttemptLimits.of(
                    2, Duration.ofSeconds(4), Duration.ofSeconds(60), Duration.ofSeconds(10));

    private final SagaMachine machine = new SagaMachine();
    private SagaState state = machine.initial();

    @Test
    void announcesTheFirstStepAsItStarts() {
        assertThat(started(step("a"), step("b")))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(SagaStarted.class),
                        second ->
                                assertThat(second)
                                        .isEqualTo(new StepBegan(NAME, SECOND, 0, 1, 11 * SECOND)));
        assertThat(Effects.of(state)).isInstanceOf(Attempt.class);
    }

    @Test
    void completesWhenAllStepsAreDone() {
        started(step("a"), step("b"));

        assertThat(succeeds(2))
                .containsExactly(
                        new StepDone(NAME, 2 * SECOND, 0, 1, List.of()),
                        new StepBegan(NAME, 2 * SECOND, 1, 1, 12 * SECOND));
        assertThat(succeeds(3))
                .containsExactly(
                        new StepDone(NAME, 3 * SECOND, 1, 1, List.of()),
                        new SagaCompleted(NAME, 3 * SECOND, List.of()));
        assertThat(Effects.of(state)).isEqualTo(new Effect.Nothing());
    }

    @Test
    void triesAgainAfterAPauseThatGrows() {
        started(step("a"));

        assertThat(fails(2))
                .containsExactly(new StepFailed(NAME, 2 * SECOND, 0, 1, "no room", 6 * SECOND));
        assertThat(Effects.of(state)).isEqualTo(new Wait(6 * SECOND));
        assertThat(told(new Tick(5 * SECOND))).isEmpty();
        assertThat(told(new Tick(6 * SECOND)))
                .containsExactly(new StepBegan(NAME, 6 * SECOND, 0, 2, 16 * SECOND));
        assertThat(TWICE.pauseNanosAfter(3)).isEqualTo(16 * SECOND);
        assertThat(TWICE.pauseNanosAfter(50)).isEqualTo(60 * SECOND);
    }

    @Test
    void undoesInReverseOrderWhatBegan() {
        started(step("a"), step("b"), step("c"));
        succeeds(2);
        fails(3);
        told(new Tick(7 * SECOND));

        assertThat(fails(8))
                .containsExactly(
                        new StepFailed(NAME, 8 * SECOND, 1, 2, "no room", 0),
                        new CompensationBegan(NAME, 8 * SECOND, 1, 1, 18 * SECOND));
        assertThat(succeeds(9))
                .containsExactly(
                        new CompensationDone(NAME, 9 * SECOND, 1, 1),
                        new CompensationBegan(NAME, 9 * SECOND, 0, 1, 19 * SECOND));
        String reason = "step b failed: no room";
        assertThat(succeeds(10))
                .containsExactly(
                        new CompensationDone(NAME, 10 * SECOND, 0, 1),
                        new SagaCompensated(NAME, 10 * SECOND, reason));
        assertThat(Effects.of(state)).isEqualTo(new Tell("saga opening.fp1 was undone: " + reason));
    }

    @Test
    void takesNoAnswerForAFailure() {
        started(step("a"));

        assertThat(told(new Tick(10 * SECOND))).isEmpty();
        assertThat(told(new Tick(11 * SECOND)))
                .containsExactly(new StepTimedOut(NAME, 11 * SECOND, 0, 1, 15 * SECOND));
    }

    @Test
    void doesNotHearAnAttemptThatItNoLongerWaitsFor() {
        started(step("a"));
        Attempt first = attempt();
        told(new Tick(11 * SECOND));
        told(new Tick(15 * SECOND));

        StepOutcome late = new StepOutcome.Succeeded(List.of());
        assertThat(told(new Ended(first, late, 16 * SECOND))).isEmpty();
        assertThat(attempt().attempt()).isEqualTo(2);
    }

    @Test
    void goesOnPastAStepThatMayFail() {
        started(mayFail("a"), step("b"));
        told(new Ended(attempt(), new StepOutcome.Failed("damaged", true), 2 * SECOND));

        assertThat(succeeds(3)).last().isEqualTo(new SagaCompleted(NAME, 3 * SECOND, List.of("a")));
        assertThat(Effects.of(state))
                .isEqualTo(new Tell("saga opening.fp1 is complete, but [a] failed"));
    }

    @Test
    void waitsForTheAttemptUnderWayWhenItIsCancelled() {
        started(step("a"), step("b"));

        assertThat(told(new Cancel("anna", "rain", 2 * SECOND)))
                .containsExactly(new CancelAsked(NAME, 2 * SECOND, "anna", "rain"));
        assertThat(told(new Cancel("bert", "rain", 2 * SECOND))).isEmpty();
        assertThat(succeeds(3))
                .containsExactly(
                        new StepDone(NAME, 3 * SECOND, 0, 1, List.of()),
                        new CompensationBegan(NAME, 3 * SECOND, 0, 1, 13 * SECOND));
        assertThat(succeeds(4))
                .last()
                .isEqualTo(new SagaCompensated(NAME, 4 * SECOND, "cancelled by anna: rain"));
    }

    @Test
    void isStuckWhereAStepCannotBeUndoneAndGoesOnWhenResumed() {
        started(step("a"), step("b"));
        succeeds(2);
        told(new Ended(attempt(), new StepOutcome.Failed("never", true), 3 * SECOND));
        assertThat(told(new Ended(attempt(), new StepOutcome.Failed("gone", true), 4 * SECOND)))
                .containsExactly(
                        new CompensationFailed(NAME, 4 * SECOND, 1, 1, "gone", 0),
                        new SagaStuck(NAME, 4 * SECOND, 1, "gone"));
        String notice =
                "saga opening.fp1 is stuck: step b cannot be undone: gone. Remove the cause and"
                        + " resume it";
        assertThat(Effects.of(state)).isEqualTo(new Tell(notice));
        assertThat(told(new Told(notice, 5 * SECOND)))
                .containsExactly(new OperatorTold(NAME, 5 * SECOND, notice));

        assertThat(told(new Resume("anna", 9 * SECOND)))
                .containsExactly(
                        new SagaResumed(NAME, 9 * SECOND, "anna"),
                        new CompensationBegan(NAME, 9 * SECOND, 1, 1, 19 * SECOND));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThat(refusal(new Cancel("anna", "", SECOND))).isEqualTo(new SagaRefusal.Unknown());
        started(step("a"));
        assertThat(refusal(new Resume("anna", SECOND))).isEqualTo(new SagaRefusal.NotStuck(NAME));
        assertThat(refusal(start(step("a")))).isEqualTo(new SagaRefusal.Exists(NAME));
        succeeds(2);
        assertThat(refusal(new Cancel("anna", "", SECOND)))
                .isEqualTo(new SagaRefusal.Over(NAME, "complete"));
    }

    @Test
    void letsNoClockTakeTimeBack() {
        started(step("a"), step("b"));
        succeeds(100);

        assertThat(succeeds(3))
                .allSatisfy(event -> assertThat(event.atNanos()).isEqualTo(100 * SECOND));
    }

    private static PlannedStep step(String name) {
        return new PlannedStep(name, name, "", TWICE, TWICE, OnFailure.TURN_BACK);
    }

    private static PlannedStep mayFail(String name) {
        return new PlannedStep(name, name, "", TWICE, AttemptLimits.NEVER, OnFailure.GO_ON);
    }

    private static Start start(PlannedStep... steps) {
        return new Start(ID, new SagaPlan("opening", 1, List.of(steps)), List.of(), SECOND);
    }

    private List<SagaEvent> started(PlannedStep... steps) {
        return told(start(steps));
    }

    private List<SagaEvent> succeeds(long second) {
        return told(new Ended(attempt(), new StepOutcome.Succeeded(List.of()), second * SECOND));
    }

    private List<SagaEvent> fails(long second) {
        return told(
                new Ended(attempt(), new StepOutcome.Failed("no room", false), second * SECOND));
    }

    private Attempt attempt() {
        return (Attempt) Effects.of(state);
    }

    private List<SagaEvent> told(SagaCommand command) {
        List<SagaEvent> events =
                ((Decision.Accepted<SagaEvent>) machine.decide(state, command)).events();
        events.forEach(event -> state = machine.evolve(state, event));
        return events;
    }

    private Object refusal(SagaCommand command) {
        return ((Decision.Refused<SagaEvent>) machine.decide(state, command)).refusal();
    }
}
