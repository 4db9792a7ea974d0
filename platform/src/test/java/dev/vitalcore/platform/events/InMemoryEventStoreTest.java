package dev.vitalcore.platform.events;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;

/** The double keeps to what the real stores are held to. */
class InMemoryEventStoreTest {
    @Nested
    class Store extends EventStoreContract {
        @Override
        protected EventStore open(Path directory, InstantSource clock) {
            return new InMemoryEventStore(clock);
        }

        @Override
        protected boolean survivesRestart() {
            return false;
        }
    }

    @Nested
    class Following extends EventSubscriptionContract {
        @Override
        protected EventStore open(Path directory, InstantSource clock) {
            return new InMemoryEventStore(clock);
        }
    }
}
