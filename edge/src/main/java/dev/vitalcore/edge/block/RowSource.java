package dev.vitalcore.edge.block;

/** Rows of a table one after the other, as they stand in the file. */
public interface RowSource {
    /** Moves to the next row; false after the last. */
    boolean advance();

    /** Event time of the row, nanoseconds since the epoch. */
    long timeNanos();

    /** One value a channel, NaN where the row has none. Overwritten by {@link #advance}. */
    double[] values();

    /** Where the row stands, for messages, e.g. {@code line 118}. */
    String position();
}
