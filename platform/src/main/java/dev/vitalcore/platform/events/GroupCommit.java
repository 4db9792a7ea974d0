package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * For adapters: lets those who append at the same time share one forcing of the disk. Whoever comes
 * while nobody commits does it at once, for himself and all who are waiting; the others wait for
 * him. A single appender pays nothing for it.
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
    private final ReentrantLock committing = new ReentrantLock();

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
    public record Outcome<A>(@Nullable A answer, @Nullable RuntimeException failure) {
        public static <A> Outcome<A> of(A answer) {
            return new Outcome<>(answer, null);
        }

        public static <A> Outcome<A> failed(RuntimeException failure) {
            return new Outcome<>(null, failure);
        }

        /** Why there is no answer, where the engine is not there. */
        public Optional<Fault> unavailable() {
            return failure instanceof Fault fault && fault.kind() == Fault.Kind.UNAVAILABLE
                    ? Optional.of(fault)
                    : Optional.empty();
        }

        A get() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(answer);
        }
    }
}
