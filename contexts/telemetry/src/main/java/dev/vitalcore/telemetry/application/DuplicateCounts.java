package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.sql.Database;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts duplicates in memory until they are flushed: a source that repeats itself must not cost a
 * transaction a block. A diagnostic; what was not flushed when the process dies is not counted.
 * Thread-safe.
 */
final class DuplicateCounts {
    private final Database database;
    private Map<String, Long> pending = new HashMap<>();

    DuplicateCounts(Database database) {
        this.database = database;
    }

    synchronized void add(SourceId source) {
        pending.merge(source.value(), 1L, Long::sum);
    }

    void flush() {
        Map<String, Long> taken = take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            database.<@Nullable Void>write(connection -> {
                CountTable.addDuplicates(connection, taken);
                return null;
            });
        } catch (RuntimeException e) {
            giveBack(taken);
            throw e;
        }
    }

    private synchronized Map<String, Long> take() {
        Map<String, Long> taken = pending;
        pending = new HashMap<>();
        return taken;
    }

    private synchronized void giveBack(Map<String, Long> taken) {
        taken.forEach((source, count) -> pending.merge(source, count, Long::sum));
    }
}
