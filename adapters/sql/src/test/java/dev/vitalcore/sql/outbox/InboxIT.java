package dev.vitalcore.sql.outbox;

import dev.vitalcore.platform.outbox.InboxContract;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.PostgresServer;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

class InboxIT {
    @Nested
    class OnSqlite extends InboxContract {
        @Override
        protected Database open(Path directory) {
            return SqliteDatabase.open(directory.resolve("inbox.db"));
        }
    }

    @Nested
    @ExtendWith(PostgresServer.Shared.class)
    class OnPostgres extends InboxContract {
        private final PostgresServer server;

        OnPostgres(PostgresServer server) {
            this.server = server;
        }

        @Override
        protected Database open(Path directory) {
            return server.open(directory);
        }
    }
}
