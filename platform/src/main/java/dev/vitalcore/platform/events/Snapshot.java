package dev.vitalcore.platform.events;

/**
 * The state of a stream at a version, kept to fold less. A cache and nothing more: it may be gone
 * at any time, and one whose hash is not that of the event at its version is not used.
 *
 * @param format names how the state was written; a reader that writes another one ignores it
 */
public record Snapshot(
        StreamName stream, long version, ChainHash hash, String format, byte[] state) {}
