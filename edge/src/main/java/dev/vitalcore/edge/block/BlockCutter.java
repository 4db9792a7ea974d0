package dev.vitalcore.edge.block;

import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Cuts the rows of all rate groups into blocks on multiples of the block length since the first
 * sample, so that the same recording always gives the same blocks.
 *
 * <pre>
 *   t0        t0+B       t0+2B      t0+3B     (hole)      t0+9B
 *   |— block 0 —|— block 1 —|— block 2 —|                  |— block 3 —|
 * </pre>
 */
public final class BlockCutter implements Iterator<TelemetryBlock> {
    private final SourceId source;
    private final EntryId entry;
    private final Layout layout;
    private final SourceDeclaration declaration;
    private final List<TableCursor> groups;
    private final long blockNanos;
    private final long startNanos;
    private long sequence;

    /**
     * @param groups one a rate group of the layout, in its order
     */
    public BlockCutter(
            SourceId source,
            EntryId entry,
            Layout layout,
            SourceDeclaration declaration,
            List<TableCursor> groups,
            long blockNanos) {
        if (blockNanos <= 0) {
            throw new IllegalArgumentException(
                    "block length " + blockNanos + " ns is not positive");
        }
        this.source = source;
        this.entry = entry;
        this.layout = layout;
        this.declaration = declaration;
        this.groups = List.copyOf(groups);
        this.blockNanos = blockNanos;
        this.startNanos = nextNanos();
    }

    @Override
    public boolean hasNext() {
        return nextNanos() != TableCursor.ENDED;
    }

    @Override
    public TelemetryBlock next() {
        long earliest = nextNanos();
        if (earliest == TableCursor.ENDED) {
            throw new NoSuchElementException("the recording has no more blocks");
        }
        long until = endOfBlock(earliest);
        List<Rows> rows = new ArrayList<>(groups.size());
        for (TableCursor group : groups) {
            rows.add(group.take(until));
        }
        long number = sequence++;
        return new TelemetryBlock(
                source,
                entry,
                number,
                layout,
                rows,
                number == 0 ? Optional.of(declaration) : Optional.empty(),
                !hasNext());
    }

    private long nextNanos() {
        long earliest = TableCursor.ENDED;
        for (TableCursor group : groups) {
            earliest = Math.min(earliest, group.nextNanos());
        }
        return earliest;
    }

    /** First instant after the block that holds {@code nanos}. */
    private long endOfBlock(long nanos) {
        long since = nanos - startNanos;
        long left = blockNanos - since % blockNanos;
        return nanos > Long.MAX_VALUE - left ? Long.MAX_VALUE : nanos + left;
    }
}
