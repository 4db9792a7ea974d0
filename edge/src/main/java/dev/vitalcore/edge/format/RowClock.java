package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.Decimals;
import java.util.List;

/** Reads the event time of a row. May remember earlier rows, so rows are given in file order. */
@FunctionalInterface
interface RowClock {
    /** What {@link #nanos} gives for a row whose time cannot be read. */
    long UNREADABLE = Decimals.NONE;

    /** Nanoseconds since the epoch. */
    long nanos(List<String> fields);
}
