package dev.vitalcore.app;

import dev.vitalcore.kurrentdb.KurrentDbSettings;
import dev.vitalcore.pulsar.PulsarSettings;
import dev.vitalcore.sql.PostgresSettings;

/** Where decisions are kept. Holds no secret, only where one is found. */
public sealed interface EventStorePlace {
    /** {@code events.db} in the data directory: SQLite, one process on one machine. */
    record InDirectory() implements EventStorePlace {
        @Override
        public String where() {
            return "events.db";
        }
    }

    record OnPostgres(PostgresSettings settings) implements EventStorePlace {
        @Override
        public String where() {
            return "postgresql://" + settings.where();
        }
    }

    record OnPulsar(PulsarSettings settings) implements EventStorePlace {
        @Override
        public String where() {
            return settings.where();
        }
    }

    /** Not verified against the real server. */
    record OnKurrentDb(KurrentDbSettings settings) implements EventStorePlace {
        @Override
        public String where() {
            return settings.where();
        }
    }

    /** For messages, and to tell one place from another. */
    String where();

    /** Whether the store is in a database, which keeps more than events. */
    default boolean isDatabase() {
        return switch (this) {
            case InDirectory here -> true;
            case OnPostgres there -> true;
            case OnPulsar there -> false;
            case OnKurrentDb there -> false;
        };
    }

    static EventStorePlace inDirectory() {
        return new InDirectory();
    }

    /**
     * Reads an address as {@code docs/event-store.md} has them.
     *
     * @throws dev.vitalcore.kernel.Fault (user) when the address is not usable or holds a password
     */
    static EventStorePlace parse(String address) {
        int end = Math.max(0, address.indexOf("://"));
        return switch (address.substring(0, end)) {
            case "postgresql" -> new OnPostgres(PostgresSettings.parse(address));
            case "pulsar", "pulsar+ssl" -> new OnPulsar(PulsarSettings.parse(address));
            case "kurrentdb" -> new OnKurrentDb(KurrentDbSettings.parse(address));
            // The text is not repeated: it may hold a password.
            default ->
                    throw new WrongUsage(
                            "the address of --event-store is of no kind that is known",
                            "begin it with postgresql://, pulsar://, pulsar+ssl:// or kurrentdb://"
                                    + " (docs/event-store.md); leave it out for the data directory");
        };
    }
}
