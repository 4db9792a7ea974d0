package dev.vitalcore.telemetry.domain.table;

import java.util.List;

/** At which times a table has rows. */
public sealed interface TimeBase permits Grid, SampleTimes {
    /**
     * The times with {@code from <= time < to}, ascending.
     *
     * @param windows hold all samples of that time and of {@link SampleWindow#reachNanos()} around
     */
    long[] times(List<SampleWindow> windows, long from, long to);
}
