package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Projects {@code telemetry.dead-letters} into the list and the counts of refused blocks, with its
 * offsets in the same transaction. Called by one thread.
 */
final class DeadLetterProjection implements EventLog.BatchHandler {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterProjection.class);
    private static final long KEPT_NANOS = Topics.deadLetters().retention().toNanos();

    private final Database database;
    private final Codec<DeadLetter> codec;

    DeadLetterProjection(Database database, Codec<DeadLetter> codec) {
        this.database = database;
        this.codec = codec;
    }

    @Override
    public void handle(List<LogRecord> records) {
        database.<@Nullable Void>write(connection -> project(connection, records));
    }

    private @Nullable Void project(Connection connection, List<LogRecord> records)
            throws SQLException {
        Map<String, Long> refused = new HashMap<>();
        for (LogRecord record : records) {
            DeadLetter letter;
            try {
                letter = codec.decode(record.value());
            } catch (Fault undecodable) {
                LOG.atWarn()
                        .addKeyValue("position", record.offset())
                        .setCause(undecodable)
                        .log("a dead letter cannot be read and is passed over");
                continue;
            }
            boolean isNew = DeadLetterTable.insert(connection, record, letter);
            if (isNew && letter.origin().equals(DeadLetterOffice.INGEST)) {
                refused.merge(letter.source(), 1L, Long::sum);
            }
        }
        CountTable.addRefused(connection, refused);
        DeadLetterTable.deleteBefore(connection, records.getLast().recordedNanos() - KEPT_NANOS);
        OffsetTable.advance(connection, records);
        return null;
    }
}
