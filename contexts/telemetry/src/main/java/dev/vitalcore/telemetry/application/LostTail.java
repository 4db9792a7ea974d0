package dev.vitalcore.telemetry.application;

import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the projections back to what the log still has, where a power cut took its newest records:
 * the ledger forgets the blocks that were lost, the list the dead letters that were lost.
 */
final class LostTail {
    private static final Logger LOG = LoggerFactory.getLogger(LostTail.class);

    private final Database database;

    LostTail(Database database) {
        this.database = database;
    }

    /**
     * @param ends of the partitions of the topic
     */
    void forget(String topic, Map<Integer, Long> ends) {
        database.<@Nullable Void>write(connection -> {
            for (Map.Entry<Integer, Long> place : OffsetTable.load(connection, topic).entrySet()) {
                long end = ends.getOrDefault(place.getKey(), 0L);
                if (place.getValue() > end) {
                    forget(connection, topic, place.getKey(), end);
                    warn(topic, place.getKey(), end, place.getValue());
                }
            }
            return null;
        });
    }

    private static void forget(Connection connection, String topic, int partition, long end)
            throws SQLException {
        long next = end;
        if (topic.equals(Topics.BLOCKS)) {
            OptionalLong began = UndoTable.goBack(connection, partition, end);
            if (began.isEmpty() || began.getAsLong() > end) {
                warnOfLedger(partition, end);
            } else {
                next = began.getAsLong();
            }
        } else {
            CountTable.takeBackRefused(connection, partition, end);
            DeadLetterTable.deleteFrom(connection, partition, end);
        }
        OffsetTable.set(connection, topic, partition, next);
    }

    /** More is gone than the last seconds; a block of it that is sent again is a duplicate. */
    private static void warnOfLedger(int partition, long end) {
        LOG.atWarn()
                .addKeyValue("position", Topics.BLOCKS + "/" + partition + "@" + end)
                .log("the ledger cannot go back that far and has blocks that the log lost");
    }

    private static void warn(String topic, int partition, long end, long place) {
        LOG.atWarn()
                .addKeyValue("position", topic + "/" + partition + "@" + end)
                .addKeyValue("lost", place - end)
                .log("the power cut took records of the log; its reader goes back to its end");
    }
}
