package dev.vitalcore.platform.events;

/**
 * How far a stream has come.
 *
 * @param version of its last event; 0 where there is none yet
 * @param hash of its last event; where there is none, {@link ChainHash#before}
 */
public record StreamHead(StreamName stream, long version, ChainHash hash) {
    public static StreamHead empty(StreamName stream) {
        return new StreamHead(stream, 0, ChainHash.before(stream));
    }
}
