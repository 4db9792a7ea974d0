package dev.vitalcore.sql.events;

import dev.vitalcore.platform.events.EventStore;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

class SqliteTamperingIT extends TamperingContract {
    private final SqliteStores stores = new SqliteStores();

    @Override
    protected EventStore open(Path directory, InstantSource clock) {
        return stores.open(directory, clock);
    }

    @Override
    protected void change(String sql) {
        stores.execute(sql);
    }

    @AfterEach
    void closeDatabase() {
        stores.close();
    }
}
