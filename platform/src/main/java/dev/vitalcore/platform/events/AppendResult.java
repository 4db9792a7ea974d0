package dev.vitalcore.platform.events;

/** What came of an append. */
public sealed interface AppendResult {
    /**
     * The events are kept, durably.
     *
     * @param position of the last of them: a reader that has come so far has seen them all
     * @param version of the stream after the last of them
     * @param repeated whether they had been kept before, by an append of the same ids
     */
    record Appended(long position, long version, boolean repeated) implements AppendResult {}

    /** The stream is not what was expected; nothing is kept. Read it and decide again. */
    record VersionConflict(StreamName stream, Expected expected, long actual)
            implements AppendResult {}
}
