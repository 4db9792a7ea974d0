package dev.vitalcore.pulsar;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.EventSubscriptionContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PulsarBroker.Shared.class)
class PulsarEventSubscriptionIT extends EventSubscriptionContract {
    private final PulsarBroker broker;

    PulsarEventSubscriptionIT(PulsarBroker broker) {
        this.broker = broker;
    }

    @Override
    protected EventStore open(Path directory, InstantSource clock) {
        return PulsarEventStore.open(
                broker.settings(PulsarTopics.of(directory), "the first process"), clock);
    }
}
