package dev.vitalcore.questdb;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.CairoError;
import io.questdb.cairo.CairoException;
import io.questdb.cairo.wal.WalWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The writers of one batch, one a table; committed together, then given back to the engine. */
final class BatchWriters implements AutoCloseable {
    private final CairoEngine engine;
    private final Map<String, WalWriter> writers = new LinkedHashMap<>();
    private boolean committed;

    BatchWriters(CairoEngine engine) {
        this.engine = engine;
    }

    WalWriter of(String table) {
        return writers.computeIfAbsent(
                table, name -> engine.getWalWriter(engine.verifyTableName(name)));
    }

    void commit() {
        writers.values().forEach(WalWriter::commit);
        committed = true;
    }

    @Override
    public void close() {
        for (WalWriter writer : writers.values()) {
            if (!committed) {
                renew(writer);
            }
            writer.close();
        }
    }

    /**
     * Drops what was not committed, and the memory of the writer with it. To go on, a column unmaps
     * its page before it maps the next; where that is refused (full disk) it points nowhere, a
     * rollback leaves it so, and the next value would end the whole process. A new segment has new
     * memory. Where it cannot be had, the engine marks the writer as unusable and the following
     * close drops it.
     */
    private static void renew(WalWriter writer) {
        try {
            writer.rollback();
            writer.rollSegment();
        } catch (CairoException | CairoError e) {
            // The failure that led here is the one to tell.
        }
    }
}
