package dev.vitalcore.avro;

/**
 * What no honest value exceeds; checked when reading and when writing. Ingest is stricter in places
 * (docs/blocks.md).
 */
final class WireLimits {
    /** Equal to the largest record that the log takes. */
    static final int VALUE_BYTES = 16 * 1024 * 1024;

    /** Channels of a layout, over all its groups. */
    static final int CHANNELS = 4_096;

    /** Rows of one rate group in a block. */
    static final int ROWS = 100_000;

    /** Characters of one text. */
    static final int TEXT = 1_000;

    /** Characters of the reason for a decision; as many as the event store takes. */
    static final int REASON = 2_000;

    /** Gates of a declaration or a track. */
    static final int GATES = 1_000;

    /** Beacons of a declaration. */
    static final int BEACONS = 100_000;

    /** Sectors of a lap. */
    static final int SECTORS = 1_000;

    private WireLimits() {}
}
