package dev.vitalcore.platform.events;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Another store; after the first id that is not found, something happens to it. */
final class OvertakenStore extends ForwardingEventStore {
    private final Runnable overtaking;
    private final AtomicBoolean overtaken = new AtomicBoolean();

    OvertakenStore(EventStore store, Runnable overtaking) {
        super(store);
        this.overtaking = overtaking;
    }

    @Override
    public Optional<RecordedEvent> find(UUID eventId) {
        Optional<RecordedEvent> found = super.find(eventId);
        if (found.isEmpty() && overtaken.compareAndSet(false, true)) {
            overtaking.run();
        }
        return found;
    }
}
