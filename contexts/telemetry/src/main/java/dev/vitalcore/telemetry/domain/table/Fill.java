package dev.vitalcore.telemetry.domain.table;

/** What stands in a row at whose time a channel has no sample. */
public enum Fill {
    /** Nothing: the cell is blank. */
    NONE,

    /**
     * What lies between the samples before and after, unless there is a hole between them: {@link
     * dev.vitalcore.contracts.telemetry.Course}.
     */
    LINEAR
}
