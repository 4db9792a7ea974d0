package dev.vitalcore.app.kill;

import dev.vitalcore.platform.events.AppendResult;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamHead;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.log.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends its process, as signal 9 does, at one of the points between two durable steps: before the
 * nth append (what it tells of has been done) or after it (what it announces has not begun). Point
 * 2n is before append n, 2n + 1 after it; n from 0.
 */
public final class HaltingStore implements EventStore {
    /** What a process that signal 9 ended has as its exit code. */
    public static final int KILLED = 137;

    private final EventStore store;
    private final int haltAt;
    private int points;

    /**
     * @param haltAt -1: never
     */
    public HaltingStore(EventStore store, int haltAt) {
        this.store = store;
        this.haltAt = haltAt;
    }

    /** How many points have been passed. */
    public synchronized int points() {
        return points;
    }

    @Override
    public AppendResult append(StreamName stream, Expected expected, List<NewEvent> events) {
        pass();
        AppendResult result = store.append(stream, expected, events);
        pass();
        return result;
    }

    private synchronized void pass() {
        if (points == haltAt) {
            Runtime.getRuntime().halt(KILLED);
        }
        points++;
    }

    @Override
    public List<RecordedEvent> read(StreamName stream, long afterVersion, int limit) {
        return store.read(stream, afterVersion, limit);
    }

    @Override
    public List<RecordedEvent> readAll(long afterPosition, int limit) {
        return store.readAll(afterPosition, limit);
    }

    @Override
    public Optional<RecordedEvent> find(UUID eventId) {
        return store.find(eventId);
    }

    @Override
    public long end() {
        return store.end();
    }

    @Override
    public StreamHead head(StreamName stream) {
        return store.head(stream);
    }

    @Override
    public List<StreamHead> heads(String afterName, int limit) {
        return store.heads(afterName, limit);
    }

    @Override
    public Subscription subscribe(long afterPosition, Handler handler) {
        return store.subscribe(afterPosition, handler);
    }

    @Override
    public void close() {
        store.close();
    }
}
