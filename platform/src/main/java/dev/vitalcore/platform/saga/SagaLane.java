package dev.vitalcore.platform.saga;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.saga.Effect.Attempt;
import dev.vitalcore.platform.saga.Effect.Direction;
import dev.vitalcore.platform.saga.Effect.Nothing;
import dev.vitalcore.platform.saga.Effect.Tell;
import dev.vitalcore.platform.saga.Effect.Wait;
import dev.vitalcore.platform.saga.Workers.Stoppable;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the attempts of one saga, one after the other. What is to be done is read from the store
 * each time, so that going on and starting again are the same. When the store fails, what came of
 * an attempt is forgotten and the attempt is made again: that is what it costs that there is one
 * way only.
 */
final class SagaLane {
    private static final Logger LOG = LoggerFactory.getLogger(SagaLane.class);
    private static final long TROUBLE_NANOS = Duration.ofSeconds(2).toNanos();

    private final SagaId id;
    private final RunnerParts parts;
    private final Consumer<SagaLane> ended;
    private Stoppable alarm = Stoppable.NOTHING;
    private Stoppable call = Stoppable.NOTHING;
    private @Nullable Attempt underWay;
    private boolean closed;
    private long seenEvents = -1;
    private long seenElapsed;

    SagaLane(SagaId id, RunnerParts parts, Consumer<SagaLane> ended) {
        this.id = id;
        this.parts = parts;
        this.ended = ended;
    }

    SagaId id() {
        return id;
    }

    /**
     * Does what is due.
     *
     * @return false where this lane does nothing any more
     */
    synchronized boolean advance() {
        if (closed) {
            return false;
        }
        try {
            if (underWay == null) {
                alarm.stop();
                while (step()) {
                    // until it waits for something
                }
            } else if (underWay.direction() == Direction.ACTION
                    && parts.journal().state(id).turnedBack()) {
                call.stop();
            }
        } catch (RuntimeException e) {
            trouble(e);
        }
        return true;
    }

    /** What is under way goes on, but is not heard any more. */
    synchronized void close() {
        closed = true;
        alarm.stop();
    }

    /** Whether there may be more to do now. */
    private boolean step() {
        SagaState state = parts.journal().state(id);
        long now = now(state);
        return switch (Effects.of(state)) {
            case Attempt(var direction, int step, int attempt, long deadline)
                    when deadline <= now ->
                    tick(state, now);
            case Attempt attempt -> begin(state, attempt, attempt.deadlineNanos() - now);
            case Wait(long until) when until <= now -> tick(state, now);
            case Wait(long until) -> {
                alarm = parts.workers().after(until - now, this::advance);
                yield false;
            }
            case Tell(String notice) -> tell(state, notice, now);
            case Nothing nothing -> {
                closed = true;
                ended.accept(this);
                yield false;
            }
        };
    }

    private boolean tick(SagaState state, long now) {
        parts.journal().found(id, state, new SagaCommand.Tick(now));
        return true;
    }

    private boolean tell(SagaState state, String notice, long now) {
        parts.notices()
                .tell(
                        new OperatorNotices.Notice(
                                id + "/" + state.events(), id, notice, state.lastNanos()));
        parts.journal().found(id, state, new SagaCommand.Told(notice, now));
        return true;
    }

    private boolean begin(SagaState state, Attempt attempt, long limitNanos) {
        underWay = attempt;
        call =
                parts.workers()
                        .call(
                                () -> parts.codes().outcome(id, state, attempt),
                                outcome -> returned(state, attempt, outcome));
        alarm = parts.workers().after(limitNanos, () -> overdue(state, attempt));
        return false;
    }

    private synchronized void returned(SagaState state, Attempt attempt, StepOutcome outcome) {
        if (closed || !attempt.equals(underWay)) {
            return;
        }
        underWay = null;
        alarm.stop();
        try {
            parts.journal().found(id, state, new SagaCommand.Ended(attempt, outcome, now(state)));
        } catch (RuntimeException e) {
            trouble(e);
            return;
        }
        advance();
    }

    /** The time-out is kept at once; the saga goes on when the attempt has returned. */
    private synchronized void overdue(SagaState state, Attempt attempt) {
        if (closed || !attempt.equals(underWay)) {
            return;
        }
        call.stop();
        try {
            parts.journal()
                    .found(
                            id,
                            state,
                            new SagaCommand.Tick(Math.max(now(state), attempt.deadlineNanos())));
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).addKeyValue("saga", id).log("a time-out is kept later");
            alarm = parts.workers().after(TROUBLE_NANOS, () -> overdue(state, attempt));
        }
    }

    private void trouble(RuntimeException e) {
        LOG.atWarn().setCause(e).addKeyValue("saga", id).log("a saga is tried again after a pause");
        alarm = parts.workers().after(TROUBLE_NANOS, this::advance);
    }

    /**
     * By the clock, but never before the last event, and never slower than time passes: a clock
     * that is set back makes nobody wait.
     */
    private long now(SagaState state) {
        long elapsed = parts.workers().elapsedNanos();
        if (state.events() != seenEvents) {
            seenEvents = state.events();
            seenElapsed = elapsed;
        }
        return Math.max(
                EpochNanos.of(parts.clock().instant()), state.lastNanos() + elapsed - seenElapsed);
    }
}
