package dev.vitalcore.sql.projection;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.projection.ParkingContract;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import java.nio.file.Path;
import java.time.InstantSource;

class SqliteParkingIT extends ParkingContract {
    @Override
    protected Database openDatabase(Path directory) {
        return SqliteDatabase.open(directory.resolve("views.db"));
    }

    @Override
    protected EventStore openStore(Database database, InstantSource clock) {
        return new SqlEventStore(database, clock);
    }
}
