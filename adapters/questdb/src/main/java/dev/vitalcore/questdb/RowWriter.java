package dev.vitalcore.questdb;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import io.questdb.cairo.TableWriter;
import io.questdb.cairo.wal.WalWriter;
import java.util.List;

/**
 * Puts the rows of blocks into the write-ahead logs of their tables: the hot path. One commit a
 * table and batch, so that a batch of many cars with one layout costs one.
 */
final class RowWriter {
    private final EmbeddedEngine engine;
    private final Catalogue catalogue;

    RowWriter(EmbeddedEngine engine, Catalogue catalogue) {
        this.engine = engine;
        this.catalogue = catalogue;
    }

    void write(List<TelemetryBlock> blocks) {
        engine.append(writers -> {
            for (TelemetryBlock block : blocks) {
                append(block, writers);
            }
        });
    }

    private void append(TelemetryBlock block, BatchWriters writers) {
        checkTime(block);
        EntryId entry = block.entry();
        for (int index = 0; index < block.rows().size(); index++) {
            Rows rows = block.rows().get(index);
            if (rows.size() > 0) {
                KeptGroup kept = catalogue.keep(entry, block.layout().groups().get(index));
                WalWriter writer = writers.of(kept.table(entry.session()));
                append(writer, block, kept.group().channels(), rows);
            }
        }
    }

    private static void append(
            WalWriter writer, TelemetryBlock block, List<ChannelSpec> channels, Rows rows) {
        String source = block.source().value();
        String car = block.entry().car();
        Column[] columns = rows.columns().toArray(Column[]::new);
        boolean[] single = new boolean[columns.length];
        for (int i = 0; i < single.length; i++) {
            single[i] = channels.get(i).precision() == ChannelSpec.Precision.SINGLE;
        }
        long[] times = rows.times();
        for (int at = 0; at < times.length; at++) {
            TableWriter.Row row = writer.newRow(times[at]);
            row.putSym(KeptGroup.SOURCE, source);
            row.putSym(KeptGroup.CAR, car);
            row.putLong(KeptGroup.SEQUENCE, block.sequence());
            for (int i = 0; i < columns.length; i++) {
                double value = columns[i].valueAt(at);
                if (single[i]) {
                    row.putFloat(KeptGroup.FIRST_CHANNEL + i, (float) value);
                } else {
                    row.putDouble(KeptGroup.FIRST_CHANNEL + i, value);
                }
            }
            row.append();
        }
    }

    private static void checkTime(TelemetryBlock block) {
        if (block.firstNanos() < 0) {
            throw Fault.user(
                    "time-before-1970",
                    "block "
                            + block.sequence()
                            + " of "
                            + block.source()
                            + " begins at "
                            + block.firstNanos()
                            + " ns, before 1970",
                    "set the clock of the source");
        }
    }
}
