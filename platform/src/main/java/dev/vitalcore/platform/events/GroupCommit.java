package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * For adapters: lets those who append at the same time share one forcing of the disk. Whoever comes
 * while nobody commits does it at once, for himself and all who are waiting; the others wait for
 * him. A single appender pays nothing for it. Where the engine turns out to be gone, those who wait
 * are told so with the group that met it, instead of waiting for the same one after the other.
 *
 * @param <Q> what is asked for
 * @param <A> the answer to it
 */
public final class GroupCommit<Q, A> {
    /** Appends that may wait; one more is refused. */
    static final int WAITING_LIMIT = 4_096;

    /** Appends of one transaction. */
    private static final int TOGETHER = 256;

    private final Function<List<Q>, List<Outcome<A>>> commit;
    private final BlockingQueue<Ticket<Q, A>> waiting = new ArrayBlockingQueue<>(WAITING_LIMIT);

    /**
     * By turns: who has been answered goes before those who come anew, so that these come together,
     * and nobody who was told that the engine is gone waits for the next attempt.
     */
    private final ReentrantLock committing = new ReentrantLock(true);

    /** Who is committed; guarded by {@code committing}. */
    private final List<Ticket<Q, A>> group = new ArrayList<>(TOGETHER);

    /** Made beforehand: there may be no memory left when it is needed. */
    private final Outcome<A> unclear =
            Outcome.failed(
                    Fault.unavailable(
                            "append-unclear",
                            "the appends ended without an answer; whether they were kept is not known",
                            "repeat each with the same event ids; none is kept twice"));

    /**
     * @param commit carries out requests together, durably, and gives an outcome for each; it is
     *     called by one thread at a time
     */
    public GroupCommit(Function<List<Q>, List<Outcome<A>>> commit) {
        this.commit = commit;
    }

    /**
     * Waits for the answer.
     *
     * @throws Fault (unavailable) when too many are waiting ({@code event-store-busy}), or the
     *     commit ended without an answer ({@code append-unclear}), as by an error in the thread
     *     that made it, which gets that error
     */
    public A submit(Q request) {
        Ticket<Q, A> ticket = new Ticket<>(request);
        if (!waiting.offer(ticket)) {
            throw Fault.unavailable(
                    "event-store-busy",
                    WAITING_LIMIT + " appends are waiting for the disk",
                    "try again; look whether the disk is slow");
        }
        committing.lock();
        try {
            while (ticket.outcome == null) {
                commitWaiting();
            }
        } finally {
            committing.unlock();
        }
        return ticket.outcome.get();
    }

    /** How many are not yet in a group. */
    int waiting() {
        return waiting.size();
    }

    private void commitWaiting() {
        try {
            drain();
            give(outcomes(group.stream().map(ticket -> ticket.request).toList()));
            Outcome<A> last = group.getLast().outcome;
            // Who was stopped himself cannot say that the engine is gone.
            if (last != null && last.engineGone() && !Thread.currentThread().isInterrupted()) {
                tellWhoWaits(last);
            }
        } finally {
            group.clear();
        }
    }

    /**
     * Takes who waits into the group. Each is unclear until he is given what became of him:
     * whatever fails from here on, memory included, nobody is left to wait for a group that is
     * gone.
     */
    private void drain() {
        Ticket<Q, A> next = waiting.poll();
        while (next != null) {
            next.outcome = unclear;
            group.add(next);
            next = group.size() < TOGETHER ? waiting.poll() : null;
        }
    }

    private void give(List<Outcome<A>> outcomes) {
        int given = Math.min(group.size(), outcomes.size());
        for (int i = 0; i < given; i++) {
            group.get(i).outcome = Objects.requireNonNull(outcomes.get(i), "an outcome");
        }
    }

    /** Who came meanwhile would only wait for the same again. */
    private void tellWhoWaits(Outcome<A> gone) {
        for (int left = waiting.size(); left > 0; left--) {
            Ticket<Q, A> next = waiting.poll();
            if (next != null) {
                next.outcome = gone;
            }
        }
    }

    private List<Outcome<A>> outcomes(List<Q> requests) {
        try {
            return commit.apply(requests);
        } catch (RuntimeException e) {
            return Collections.nCopies(requests.size(), Outcome.failed(e));
        }
    }

    /** Guarded by {@code committing}. */
    private static final class Ticket<Q, A> {
        private final Q request;
        private @Nullable Outcome<A> outcome;

        private Ticket(Q request) {
            this.request = request;
        }
    }

    /** An answer, or why there is none. */
    public record Outcome<A>(
            @Nullable A answer, @Nullable RuntimeException failure, boolean engineGone) {
        public static <A> Outcome<A> of(A answer) {
            return new Outcome<>(answer, null, false);
        }

        public static <A> Outcome<A> failed(RuntimeException failure) {
            return new Outcome<>(null, failure, false);
        }

        /** The engine cannot be reached, so that every other append would fail as well. */
        public static <A> Outcome<A> engineGone(Fault failure) {
            return new Outcome<>(null, failure, true);
        }

        A get() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(answer);
        }
    }
}
