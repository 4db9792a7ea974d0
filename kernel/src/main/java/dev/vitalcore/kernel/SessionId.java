package dev.vitalcore.kernel;

/** Names a practice, qualifying or race. */
public record SessionId(String value) implements Comparable<SessionId> {
    public SessionId {
        Identifiers.check("session", value);
    }

    /**
     * The identifier nearest to a human name, e.g. {@code "Road America FP1"} gives {@code
     * road-america-fp1}.
     */
    public static SessionId named(String text) {
        return new SessionId(Identifiers.slug(text));
    }

    @Override
    public int compareTo(SessionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
