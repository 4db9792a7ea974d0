package dev.vitalcore.platform.outbox;

import dev.vitalcore.platform.sql.Database;

/** The tables of outboxes and inboxes. */
final class OutboxSchema {
    private static final String OUTBOX =
            """
            CREATE TABLE outbox (
                name {text} PRIMARY KEY,
                position {integer} NOT NULL
            );
            """;

    private static final String INBOX =
            """
            CREATE TABLE inbox_stream (
                consumer {text} NOT NULL,
                stream {text} NOT NULL,
                version {integer} NOT NULL,
                -- The highest version that came before its turn; 0 where none is missing.
                early {integer} NOT NULL,
                PRIMARY KEY (consumer, stream)
            );
            """;

    private static final String PLACE =
            """
            CREATE TABLE inbox_reading (
                consumer {text} PRIMARY KEY,
                -- The first start, nanoseconds since the epoch.
                began {integer} NOT NULL,
                topic_id {text} NOT NULL
            );
            CREATE TABLE inbox_place (
                consumer {text} NOT NULL,
                partition_number {integer} NOT NULL,
                next_offset {integer} NOT NULL,
                PRIMARY KEY (consumer, partition_number)
            );
            """;

    private OutboxSchema() {}

    static void migrateOutbox(Database database) {
        database.migrate("outbox", database.dialect().script(OUTBOX));
    }

    static void migrateInbox(Database database) {
        database.migrate(
                "inbox", database.dialect().script(INBOX), database.dialect().script(PLACE));
    }
}
