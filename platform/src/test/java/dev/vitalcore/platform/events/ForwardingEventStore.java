package dev.vitalcore.platform.events;

import dev.vitalcore.platform.log.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Another store, for tests that change one of its answers. */
public abstract class ForwardingEventStore implements EventStore {
    private final EventStore store;

    protected ForwardingEventStore(EventStore store) {
        this.store = store;
    }

    @Override
    public AppendResult append(StreamName stream, Expected expected, List<NewEvent> events) {
        return store.append(stream, expected, events);
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
