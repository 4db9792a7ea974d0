package dev.vitalcore.sql.events;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.EventStoreContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

class SqliteEventStoreIT extends EventStoreContract {
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
