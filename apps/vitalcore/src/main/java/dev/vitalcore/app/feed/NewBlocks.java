package dev.vitalcore.app.feed;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The blocks of a feed that the platform does not have yet; counts all. One thread. */
final class NewBlocks implements Iterator<TelemetryBlock> {
    private final Iterator<TelemetryBlock> all;
    private final ArrivedBlocks arrived;
    private final Map<String, Long> counts;
    private final ImportTally tally;
    private @Nullable TelemetryBlock next;

    /**
     * @param counts is told how many blocks each source has
     * @param tally is told of blocks that are left out
     */
    NewBlocks(
            Iterator<TelemetryBlock> all,
            ArrivedBlocks arrived,
            Map<String, Long> counts,
            ImportTally tally) {
        this.all = all;
        this.arrived = arrived;
        this.counts = counts;
        this.tally = tally;
    }

    @Override
    public boolean hasNext() {
        while (next == null && all.hasNext()) {
            TelemetryBlock block = all.next();
            counts.merge(block.source().toString(), 1L, Long::sum);
            if (arrived.has(block.source(), block.sequence())) {
                tally.known(block);
            } else {
                next = block;
            }
        }
        return next != null;
    }

    @Override
    public TelemetryBlock next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("all recordings are at their end");
        }
        TelemetryBlock block = next;
        next = null;
        return block;
    }
}
