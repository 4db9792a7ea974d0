package dev.vitalcore.app.feed;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * The blocks of several sources on one clock: always the block that ends first, so that the order
 * is that in which the blocks would have been complete at the track. A recording that turns out to
 * be damaged ends there; the others go on.
 */
final class Feed implements Iterator<TelemetryBlock> {
    private record Next(TelemetryBlock block, Iterator<TelemetryBlock> rest, int source) {}

    private final PriorityQueue<Next> queue =
            new PriorityQueue<>(
                    Comparator.<Next>comparingLong(next -> dueNanos(next.block()))
                            .thenComparingInt(Next::source));

    private final List<Fault> failures = new ArrayList<>();

    Feed(List<Iterator<TelemetryBlock>> sources) {
        for (int source = 0; source < sources.size(); source++) {
            offer(sources.get(source), source);
        }
    }

    @Override
    public boolean hasNext() {
        return !queue.isEmpty();
    }

    @Override
    public TelemetryBlock next() {
        Next next = queue.poll();
        if (next == null) {
            throw new NoSuchElementException("all recordings are at their end");
        }
        offer(next.rest(), next.source());
        return next.block();
    }

    /** Event time at which a block is complete; one without rows is due at once. */
    static long dueNanos(TelemetryBlock block) {
        return block.lastNanos();
    }

    /** Why recordings ended early; empty when all were whole. */
    List<Fault> failures() {
        return List.copyOf(failures);
    }

    private void offer(Iterator<TelemetryBlock> blocks, int source) {
        try {
            if (blocks.hasNext()) {
                queue.add(new Next(blocks.next(), blocks, source));
            }
        } catch (Fault damaged) {
            failures.add(damaged);
        }
    }
}
