package dev.vitalcore.telemetry.domain.table;

/** What stands in a row at whose time a channel has no sample. */
public enum Fill {
    /** Nothing: the cell is blank. */
    NONE,

    /**
     * What lies on the line between the samples before and after, unless there is a hole between
     * them; whole numbers without a unit (gears, counters) keep the value before.
     */
    LINEAR
}
