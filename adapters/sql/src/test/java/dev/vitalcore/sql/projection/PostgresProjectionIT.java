package dev.vitalcore.sql.projection;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.projection.FollowingContract;
import dev.vitalcore.platform.projection.ParkingContract;
import dev.vitalcore.platform.projection.RebuildContract;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.PostgresServer;
import dev.vitalcore.sql.events.SqlEventStore;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same on a real server. */
@ExtendWith(PostgresServer.Shared.class)
class PostgresProjectionIT {
    private final PostgresServer server;

    PostgresProjectionIT(PostgresServer server) {
        this.server = server;
    }

    @Nested
    class Following extends FollowingContract {
        @Override
        protected Database openDatabase(Path directory) {
            return server.open(directory);
        }

        @Override
        protected EventStore openStore(Database database, InstantSource clock) {
            return new SqlEventStore(database, clock);
        }
    }

    @Nested
    class Parking extends ParkingContract {
        @Override
        protected Database openDatabase(Path directory) {
            return server.open(directory);
        }

        @Override
        protected EventStore openStore(Database database, InstantSource clock) {
            return new SqlEventStore(database, clock);
        }
    }

    @Nested
    class Rebuilding extends RebuildContract {
        @Override
        protected Database openDatabase(Path directory) {
            return server.open(directory);
        }

        @Override
        protected EventStore openStore(Database database, InstantSource clock) {
            return new SqlEventStore(database, clock);
        }
    }
}
