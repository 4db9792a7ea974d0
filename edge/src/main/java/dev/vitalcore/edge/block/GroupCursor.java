package dev.vitalcore.edge.block;

import dev.vitalcore.contracts.telemetry.Rows;

/** The rows of one rate group, taken piece by piece in the order of time. */
public interface GroupCursor extends AutoCloseable {
    /** What {@link #nextNanos} gives when there are no more rows. */
    long ENDED = Long.MAX_VALUE;

    /** Event time of the next row, or {@link #ENDED}. */
    long nextNanos();

    /**
     * Takes the rows before {@code untilNanos}; fewer where they would fill too much memory, the
     * rest then comes with the next call.
     */
    Rows take(long untilNanos);

    @Override
    void close();
}
