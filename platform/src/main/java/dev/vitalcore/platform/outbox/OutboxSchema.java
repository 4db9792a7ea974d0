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

    private OutboxSchema() {}

    static void migrateOutbox(Database database) {
        database.migrate("outbox", database.dialect().script(OUTBOX));
    }

    static void migrateInbox(Database database) {
        database.migrate("inbox", database.dialect().script(INBOX));
    }
}
