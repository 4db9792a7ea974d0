package dev.vitalcore.sql.events;

import dev.vitalcore.platform.sql.Database;

/** The tables of the event store. */
final class EventSchema {
    private static final String TABLES =
            """
            CREATE TABLE event_store (
                one {integer} PRIMARY KEY CHECK (one = 1),
                position {integer} NOT NULL,
                recorded_nanos {integer} NOT NULL
            );
            INSERT INTO event_store (one, position, recorded_nanos) VALUES (1, 0, 0);
            -- A stream's number is the position of its first event.
            CREATE TABLE event_stream (
                number {integer} PRIMARY KEY,
                name {text} NOT NULL UNIQUE,
                version {integer} NOT NULL,
                hash {bytes} NOT NULL
            );
            CREATE TABLE event (
                position {integer} PRIMARY KEY,
                stream {integer} NOT NULL,
                version {integer} NOT NULL,
                id {bytes} NOT NULL UNIQUE,
                type {text} NOT NULL,
                schema_version {integer} NOT NULL,
                event_nanos {integer} NOT NULL,
                recorded_nanos {integer} NOT NULL,
                who {text} NOT NULL,
                why {text} NOT NULL,
                correlation {text} NOT NULL,
                causation {text} NOT NULL,
                payload {bytes} NOT NULL,
                hash {bytes} NOT NULL,
                UNIQUE (stream, version)
            );
            CREATE TABLE event_snapshot (
                stream {text} PRIMARY KEY,
                version {integer} NOT NULL,
                hash {bytes} NOT NULL,
                format {text} NOT NULL,
                state {bytes} NOT NULL
            );
            """;

    private EventSchema() {}

    static void migrate(Database database) {
        database.migrate("event-store", database.dialect().script(TABLES));
    }
}
