package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * All that timing knows of one entry. Fed with its blocks in the order of arrival; a block that
 * comes late, twice or never is borne. Deterministic: the same blocks in the same order give the
 * same events. Not thread-safe.
 */
public final class EntryTiming {
    /** Takes one block and says what it changed; an already known block changes nothing. */
    public List<TimingEvent> accept(TelemetryBlock block) {
        return List.of();
    }

    /** Writes the state so that {@link #read} gives an equal one. */
    public void write(DataOutput out) throws IOException {}

    public static EntryTiming read(DataInput in) throws IOException {
        return new EntryTiming();
    }

    /** An independent copy. */
    public EntryTiming copy() {
        return new EntryTiming();
    }
}
