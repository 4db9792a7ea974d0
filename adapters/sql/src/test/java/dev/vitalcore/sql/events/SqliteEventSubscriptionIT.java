package dev.vitalcore.sql.events;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.EventSubscriptionContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

class SqliteEventSubscriptionIT extends EventSubscriptionContract {
    private final SqliteStores stores = new SqliteStores();

    @Override
    protected EventStore open(Path directory, InstantSource clock) {
        return stores.open(directory, clock);
    }

    @AfterEach
    void closeDatabase() {
        stores.close();
    }
}
