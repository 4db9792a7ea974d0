package dev.vitalcore.platform.saga;

import dev.vitalcore.kernel.Fault;
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

/** The store as a process sees it that may crash, or lose the store, before and after an append. */
final class CrashingStore implements EventStore {
    private final EventStore store;
    private final Chance chance;
    private final SagaRules rules;

    CrashingStore(EventStore store, Chance chance, SagaRules rules) {
        this.store = store;
        this.chance = chance;
        this.rules = rules;
    }

    /** The process is gone. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("simulated", null, false, false);
        }
    }

    @Override
    public AppendResult append(StreamName stream, Expected expected, List<NewEvent> events) {
        fail();
        AppendResult result = store.append(stream, expected, events);
        if (result instanceof AppendResult.Appended appended && !appended.repeated()) {
            rules.appended(events);
        }
        fail();
        return result;
    }

    private void fail() {
        if (chance.fault(15)) {
            throw new Crash();
        }
        if (chance.fault(15)) {
            throw Fault.unavailable("simulated", "the store does not answer", "try again");
        }
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
