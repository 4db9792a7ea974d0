package dev.vitalcore.platform.projection;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.log.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is appended into the live generation, whichever that is when it comes. One
 * subscription goes on over a switch: the new generation knows no less than the old one, and what
 * it knows already is passed over.
 */
final class LiveFollower<E> implements AutoCloseable {
    private final ProjectionSteps<E> steps;
    private final EventStore store;
    private final LiveGeneration live;
    private final ReentrantLock turn;
    private final ReentrantLock starting = new ReentrantLock();
    private volatile @Nullable Subscription subscription;
    private boolean closed;
    private volatile @Nullable String stopped;

    /**
     * @param turn is held while a batch is brought in: who holds it stops the live generation
     */
    LiveFollower(
            ProjectionSteps<E> steps, EventStore store, LiveGeneration live, ReentrantLock turn) {
        this.steps = steps;
        this.store = store;
        this.live = live;
        this.turn = turn;
    }

    /** Begins, or goes on where it had stopped. Nothing happens while nothing is live. */
    void start() {
        starting.lock();
        try {
            Optional<Generation> from = live.get();
            Subscription before = subscription;
            if (closed || from.isEmpty() || (before != null && stopped == null)) {
                return;
            }
            if (before != null) {
                before.close();
            }
            stopped = null;
            subscription = store.subscribe(from.get().position(), this::bringIn);
        } finally {
            starting.unlock();
        }
    }

    Optional<String> failure() {
        String reason = stopped;
        if (reason != null) {
            return Optional.of(reason);
        }
        Subscription running = subscription;
        return running == null ? Optional.empty() : running.failure();
    }

    @Override
    public void close() {
        starting.lock();
        try {
            closed = true;
            Subscription running = subscription;
            if (running != null) {
                running.close();
            }
        } finally {
            starting.unlock();
        }
    }

    private void bringIn(List<RecordedEvent> events) {
        turn.lock();
        try {
            Generation at = live.get().orElseThrow();
            long end = events.getLast().position();
            if (stopped == null && end > at.position()) {
                steps.write(at.number(), steps.page(events));
                live.is(at.at(end));
            }
        } catch (RuntimeException | Error e) {
            lookAgain(e);
            if (!Poison.isFinal(e)) {
                throw e;
            }
            stop(e);
        } finally {
            turn.unlock();
        }
    }

    /** A page that failed may have been kept in part: so that lag is told as it is. */
    private void lookAgain(Throwable why) {
        try {
            steps.live().ifPresent(live::is);
        } catch (RuntimeException alsoAway) {
            why.addSuppressed(alsoAway);
        }
    }

    /**
     * Trying again would not help. What may still come is passed over until it is started again.
     */
    private void stop(Throwable reason) {
        stopped = Poison.reason(reason);
        Subscription running = subscription;
        if (running != null) {
            running.close();
        }
    }
}
