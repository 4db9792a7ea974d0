package dev.vitalcore.platform.saga;

import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.contracts.saga.SagaEvent.CancelAsked;
import dev.vitalcore.contracts.saga.SagaEvent.OperatorTold;
import dev.vitalcore.contracts.saga.SagaEvent.SagaResumed;
import dev.vitalcore.contracts.saga.SagaEvent.SagaStarted;
import dev.vitalcore.kernel.Decider;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.saga.Activity.Acting;
import dev.vitalcore.platform.saga.Activity.Backward;
import dev.vitalcore.platform.saga.Activity.Compensated;
import dev.vitalcore.platform.saga.Activity.Compensating;
import dev.vitalcore.platform.saga.Activity.Completed;
import dev.vitalcore.platform.saga.Activity.Forward;
import dev.vitalcore.platform.saga.Activity.NotStarted;
import dev.vitalcore.platform.saga.Activity.RetryingAction;
import dev.vitalcore.platform.saga.Activity.RetryingCompensation;
import dev.vitalcore.platform.saga.Activity.Stuck;
import dev.vitalcore.platform.saga.SagaCommand.Cancel;
import dev.vitalcore.platform.saga.SagaCommand.Ended;
import dev.vitalcore.platform.saga.SagaCommand.Resume;
import dev.vitalcore.platform.saga.SagaCommand.Start;
import dev.vitalcore.platform.saga.SagaCommand.Tick;
import dev.vitalcore.platform.saga.SagaCommand.Told;
import java.util.ArrayList;
import java.util.List;

/**
 * How sagas go on. Each decision comes to all events up to the next thing that has to be done
 * outside, so that what is done is always announced by an event that was kept before.
 *
 * <p>A step that may have done something is undone, whether or not it is known to have been done.
 */
public final class SagaMachine implements Decider<SagaState, SagaCommand, SagaEvent> {
    static final int TEXT_LIMIT = 900;

    private final SagaFold fold = new SagaFold();
    private final Outcomes outcomes = new Outcomes();
    private final NextStep next = new NextStep();

    @Override
    public SagaState initial() {
        return SagaState.NONE;
    }

    @Override
    public SagaState evolve(SagaState state, SagaEvent event) {
        return fold.evolve(state, event);
    }

    @Override
    public Decision<SagaEvent> decide(SagaState state, SagaCommand command) {
        long now = Math.max(command.nowNanos(), state.lastNanos());
        return switch (command) {
            case Start start -> start(state, start, now);
            case Ended ended -> reaching(state, outcomes.of(state, ended, now), now);
            case Tick tick -> reaching(state, outcomes.overdue(state, now), now);
            case Cancel cancel -> cancel(state, cancel, now);
            case Resume resume -> resume(state, resume, now);
            case Told told -> told(state, told, now);
        };
    }

    private Decision<SagaEvent> start(SagaState state, Start start, long now) {
        if (state.isStarted()) {
            return Decision.refuse(new SagaRefusal.Exists(state.saga()));
        }
        SagaPlan plan = start.plan();
        return reaching(
                state,
                List.of(
                        new SagaStarted(
                                start.id().toString(),
                                now,
                                plan.name(),
                                plan.version(),
                                plan.steps(),
                                start.data())),
                now);
    }

    /** One that is being undone already, or is stuck doing so, is as the command wants. */
    private Decision<SagaEvent> cancel(SagaState state, Cancel cancel, long now) {
        return switch (state.activity()) {
            case NotStarted none -> Decision.refuse(new SagaRefusal.Unknown());
            case Completed over -> over(state, "complete");
            case Compensated over -> over(state, "all undone");
            case Backward b -> Decision.nothingToDo();
            case Compensating c -> Decision.nothingToDo();
            case RetryingCompensation r -> Decision.nothingToDo();
            case Stuck s -> Decision.nothingToDo();
            case Forward f -> asked(state, cancel, now);
            case RetryingAction r -> asked(state, cancel, now);
            case Acting a when state.turnedBack() -> Decision.nothingToDo();
            case Acting a -> asked(state, cancel, now);
        };
    }

    private Decision<SagaEvent> asked(SagaState state, Cancel cancel, long now) {
        String why = Text.abbreviate(cancel.why(), TEXT_LIMIT);
        return reaching(state, List.of(new CancelAsked(state.saga(), now, cancel.who(), why)), now);
    }

    private Decision<SagaEvent> resume(SagaState state, Resume resume, long now) {
        return switch (state.activity()) {
            case NotStarted none -> Decision.refuse(new SagaRefusal.Unknown());
            case Completed over -> over(state, "complete");
            case Compensated over -> over(state, "all undone");
            case Stuck stuck ->
                    reaching(state, List.of(new SagaResumed(state.saga(), now, resume.who())), now);
            case Forward f -> notStuck(state);
            case Acting a -> notStuck(state);
            case RetryingAction r -> notStuck(state);
            case Backward b -> notStuck(state);
            case Compensating c -> notStuck(state);
            case RetryingCompensation r -> notStuck(state);
        };
    }

    private static Decision<SagaEvent> told(SagaState state, Told told, long now) {
        boolean due = Notices.of(state).filter(told.notice()::equals).isPresent();
        return due
                ? Decision.accept(new OperatorTold(state.saga(), now, told.notice()))
                : Decision.nothingToDo();
    }

    private static Decision<SagaEvent> over(SagaState state, String ending) {
        return Decision.refuse(new SagaRefusal.Over(state.saga(), ending));
    }

    private static Decision<SagaEvent> notStuck(SagaState state) {
        return Decision.refuse(new SagaRefusal.NotStuck(state.saga()));
    }

    /** The events, and those that bring the saga to where something has to be done outside. */
    private Decision<SagaEvent> reaching(SagaState state, List<SagaEvent> first, long now) {
        List<SagaEvent> events = new ArrayList<>(first);
        SagaState reached = state;
        for (SagaEvent event : first) {
            reached = evolve(reached, event);
        }
        for (List<SagaEvent> more = next.after(reached, now); !more.isEmpty(); ) {
            for (SagaEvent event : more) {
                events.add(event);
                reached = evolve(reached, event);
            }
            more = next.after(reached, now);
        }
        return Decision.acceptAll(events);
    }
}
