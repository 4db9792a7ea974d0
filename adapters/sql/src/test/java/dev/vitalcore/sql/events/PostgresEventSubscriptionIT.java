package dev.vitalcore.sql.events;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.EventSubscriptionContract;
import dev.vitalcore.sql.PostgresServer;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Shared.class)
class PostgresEventSubscriptionIT extends EventSubscriptionContract {
    private final PostgresStores stores;

    PostgresEventSubscriptionIT(PostgresServer server) {
        this.stores = new PostgresStores(server);
    }

    @Override
    protected EventStore open(Path directory, InstantSource clock) {
        return stores.open(directory, clock);
    }

    @AfterEach
    void closeDatabase() {
        stores.close();
    }
}
