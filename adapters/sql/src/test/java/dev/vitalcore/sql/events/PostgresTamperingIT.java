package dev.vitalcore.sql.events;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.sql.PostgresServer;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Shared.class)
class PostgresTamperingIT extends TamperingContract {
    private final PostgresStores stores;

    PostgresTamperingIT(PostgresServer server) {
        this.stores = new PostgresStores(server);
    }

    @Override
    protected EventStore open(Path directory, InstantSource clock) {
        return stores.open(directory, clock);
    }

    /** Bytes are written in another way than in SQLite. */
    @Override
    protected void change(String sql) {
        stores.execute(sql.replaceAll("x'([0-9a-f]*)'", "'\\\\x$1'"));
    }

    @AfterEach
    void closeDatabase() {
        stores.close();
    }
}
