package dev.vitalcore.platform.saga;

import dev.vitalcore.kernel.Fault;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps the sagas of a store going. Any thread may call.
 *
 * <p>At the start it takes up all that are not over. That looks at the last event of every saga
 * there ever was (two reads by key each) and folds those that are not over. More than {@link
 * #SAGA_LIMIT} at once are not run: those beyond wait until others are over, and new ones are
 * refused.
 */
final class SagaRunner {
    /** Most sagas that are kept going at once. */
    static final int SAGA_LIMIT = 1_000;

    private static final int PAGE = 1_000;

    private final RunnerParts parts;
    private final ConcurrentMap<SagaId, SagaLane> lanes = new ConcurrentHashMap<>();
    private final AtomicBoolean othersWait = new AtomicBoolean();
    private volatile boolean closed;

    SagaRunner(RunnerParts parts) {
        this.parts = parts;
    }

    /** Takes up what is not over, by name, as far as there is room. */
    void recover() {
        String name = "";
        List<SagaId> page;
        do {
            page = parts.journal().after(name, PAGE);
            for (SagaId id : page) {
                name = id.toString();
                if (lanes.containsKey(id) || parts.journal().asksForNothing(id)) {
                    continue;
                }
                if (lanes.size() >= SAGA_LIMIT) {
                    othersWait.set(true);
                    return;
                }
                parts.workers().execute(() -> wake(id));
            }
        } while (page.size() == PAGE);
    }

    /**
     * @throws Fault (unavailable, {@code sagas-full})
     */
    void requireRoom() {
        if (lanes.size() >= SAGA_LIMIT) {
            throw Fault.unavailable(
                    "sagas-full",
                    lanes.size() + " sagas are under way already",
                    "try again when some of them are over");
        }
    }

    /** Looks at what the saga asks for now. */
    void wake(SagaId id) {
        while (!closed
                && !lanes.computeIfAbsent(id, absent -> new SagaLane(id, parts, this::ended))
                        .advance()) {
            // that lane had just ended; a new one looks
        }
    }

    /** Attempts under way are not heard any more; they are made again at the next start. */
    void close() {
        closed = true;
        lanes.values().forEach(SagaLane::close);
    }

    int size() {
        return lanes.size();
    }

    private void ended(SagaLane lane) {
        lanes.remove(lane.id(), lane);
        if (lanes.size() < SAGA_LIMIT / 2 && othersWait.compareAndSet(true, false)) {
            parts.workers().execute(this::recover);
        }
    }
}
