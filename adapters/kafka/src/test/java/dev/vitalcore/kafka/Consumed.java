package dev.vitalcore.kafka;

import dev.vitalcore.avro.AvroEnvelopeCodec;
import dev.vitalcore.contracts.events.EventEnvelope;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.outbox.Inbox;
import dev.vitalcore.platform.outbox.Inbox.Gap;
import dev.vitalcore.platform.outbox.Inbox.Verdict;
import dev.vitalcore.platform.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A consumer that writes down each event it takes in; twice or out of order would show. */
final class Consumed implements EventLog.BatchHandler {
    private final AvroEnvelopeCodec codec = new AvroEnvelopeCodec();
    private final AtomicInteger early = new AtomicInteger();
    private final Database database;
    private final Inbox inbox;

    Consumed(String name, Database database) {
        this.database = database;
        this.inbox = new Inbox(name, database);
        database.migrate(
                "consumed",
                "CREATE TABLE consumed (number INTEGER PRIMARY KEY, stream TEXT, version INTEGER)");
    }

    @Override
    public void handle(List<LogRecord> records) {
        for (LogRecord record : records) {
            EventEnvelope envelope = codec.decode(record.value());
            database.<@Nullable Void>write(connection -> {
                Verdict verdict = inbox.admit(connection, envelope.stream(), envelope.version());
                if (verdict == Verdict.NEXT) {
                    insert(connection, envelope);
                } else if (verdict == Verdict.EARLY) {
                    early.incrementAndGet();
                }
                return null;
            });
        }
    }

    /** In the order in which they were taken in. */
    List<Long> versions(String stream) {
        return database.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(
                            "SELECT version FROM consumed WHERE stream = ? ORDER BY number")) {
                query.setString(1, stream);
                List<Long> versions = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        versions.add(row.getLong(1));
                    }
                }
                return versions;
            }
        });
    }

    List<Gap> gaps() {
        return inbox.gaps();
    }

    /** How many came before their turn. */
    int early() {
        return early.get();
    }

    private static void insert(Connection connection, EventEnvelope envelope) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO consumed (stream, version) VALUES (?, ?)")) {
            insert.setString(1, envelope.stream());
            insert.setLong(2, envelope.version());
            insert.executeUpdate();
        }
    }
}
