package dev.vitalcore.kernel;

/** Names a logger, feed or file. Block numbers count within a source. */
public record SourceId(String value) implements Comparable<SourceId> {
    public SourceId {
        Identifiers.check("source", value);
    }

    /** The identifier nearest to a human name. */
    public static SourceId named(String text) {
        return new SourceId(Identifiers.slug(text));
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
