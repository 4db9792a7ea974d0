package dev.vitalcore.telemetry.domain;

/** The block numbers from {@code first} to {@code last}, both included. */
public record SequenceRange(long first, long last) {
    public SequenceRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException(
                    "range " + first + " to " + last + " holds no block numbers");
        }
    }

    /** How many numbers it holds. */
    public long size() {
        return last - first + 1;
    }
}
