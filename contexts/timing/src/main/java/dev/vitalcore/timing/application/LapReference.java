package dev.vitalcore.timing.application;

import dev.vitalcore.kernel.EntryId;

/** One lap of one entry. */
public record LapReference(EntryId entry, int lap) {
    @Override
    public String toString() {
        return "lap " + lap + " of " + entry;
    }
}
