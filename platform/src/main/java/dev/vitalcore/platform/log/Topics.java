package dev.vitalcore.platform.log;

import java.time.Duration;

/** The topics of the way of the data, in one place so that roles in other processes agree. */
public final class Topics {
    /** Accepted blocks, keyed by entry; values are telemetry blocks. */
    public static final String BLOCKS = "telemetry.blocks";

    /** What ingest refused, keyed by source. */
    public static final String DEAD_LETTERS = "telemetry.dead-letters";

    /** What timing found, keyed by entry; values are timing events. */
    public static final String TIMING_EVENTS = "timing.events";

    /** What was decided, keyed by stream; values are envelopes of the event store's events. */
    public static final String RACE_DECISIONS = "race.decisions";

    private static final int PARTITIONS = 4;

    private Topics() {}

    public static TopicSpec blocks() {
        return new TopicSpec(BLOCKS, PARTITIONS, Duration.ofDays(7));
    }

    public static TopicSpec deadLetters() {
        return new TopicSpec(DEAD_LETTERS, 1, Duration.ofDays(30));
    }

    public static TopicSpec timingEvents() {
        return new TopicSpec(TIMING_EVENTS, PARTITIONS, Duration.ZERO);
    }

    public static TopicSpec raceDecisions() {
        return new TopicSpec(RACE_DECISIONS, PARTITIONS, Duration.ZERO);
    }
}
