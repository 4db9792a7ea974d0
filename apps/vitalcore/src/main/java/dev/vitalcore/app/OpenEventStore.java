package dev.vitalcore.app;

import dev.vitalcore.kurrentdb.KurrentDbEventStore;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.pulsar.PulsarEventStore;
import dev.vitalcore.sql.PostgresDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An event store and the database that it is in, which are closed together.
 *
 * @param database absent where the store is in none
 */
public record OpenEventStore(EventStore events, Optional<Database> database)
        implements AutoCloseable {
    /**
     * Opens the store of a place.
     *
     * @param directory opens {@code events.db}, where that is the place
     * @throws dev.vitalcore.kernel.Fault as the adapter of the store
     */
    public static OpenEventStore open(EventStorePlace place, Supplier<Database> directory) {
        InstantSource clock = InstantSource.system();
        return switch (place) {
            case EventStorePlace.InDirectory here -> in(directory.get());
            case EventStorePlace.OnPostgres there -> in(PostgresDatabase.open(there.settings()));
            case EventStorePlace.OnPulsar there ->
                    outside(PulsarEventStore.open(there.settings(), clock));
            case EventStorePlace.OnKurrentDb there ->
                    outside(KurrentDbEventStore.open(there.settings(), clock));
        };
    }

    @Override
    public void close() {
        events.close();
        database.ifPresent(Database::close);
    }

    private static OpenEventStore in(Database database) {
        try {
            return new OpenEventStore(
                    new SqlEventStore(database, InstantSource.system()), Optional.of(database));
        } catch (RuntimeException unusable) {
            database.close();
            throw unusable;
        }
    }

    private static OpenEventStore outside(EventStore events) {
        return new OpenEventStore(events, Optional.empty());
    }
}
