package dev.vitalcore.app;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import java.util.Optional;

/**
 * The event store that was chosen, and what stands beside it.
 *
 * @param events where decisions are kept
 * @param here {@code events.db}: what concerns this machine alone, and the decisions where no other
 *     place was chosen
 * @param database of the decisions, in which the numbers of their schemas last as long as they do;
 *     absent where the store is in none
 */
record Decisions(EventStore events, Database here, Optional<Database> database) {
    /**
     * Opens what the settings name.
     *
     * @param parts stops what was opened
     * @throws dev.vitalcore.kernel.Fault (conflict) when the directory belongs to another store; as
     *     the adapter of the store
     */
    static Decisions open(PlatformSettings settings, DataDirectory directory, Parts parts) {
        EventStorePlace place = settings.eventStore();
        if (!place.isDatabase() && settings.schemaRegistry().isEmpty()) {
            throw new WrongUsage(
                    "decisions at "
                            + place.where()
                            + " outlive this data directory, but the registry in the process, which"
                            + " numbers their schemas, does not",
                    "name a schema registry elsewhere with --schema-registry (docs/schemas.md)");
        }
        EventStoreNote note = new EventStoreNote(directory.path());
        note.requireFor(place);
        Database here = parts.add(SqliteDatabase.open(directory.resolve("events.db")));
        OpenEventStore store = parts.add(OpenEventStore.open(place, () -> here));
        note.write(place);
        return new Decisions(store.events(), here, store.database());
    }
}
