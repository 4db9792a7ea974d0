package dev.vitalcore.kernel;

/**
 * Names a car in a session. Written {@code session/car}; this text is also the Kafka key, so that
 * everything of one car stays in order.
 */
public record EntryId(SessionId session, String car) implements Comparable<EntryId> {
    /** No car has this name: it stands for the circuit itself. */
    public static final String TRACKSIDE = "trackside";

    public EntryId {
        Identifiers.check("car", car);
    }

    /**
     * The entry of a car with any human name, e.g. {@code "No. 11A"}; a car that is called
     * trackside becomes {@code car-trackside}.
     */
    public static EntryId named(SessionId session, String car) {
        String slug = Identifiers.slug(car);
        return new EntryId(session, slug.equals(TRACKSIDE) ? "car-" + slug : slug);
    }

    /** The circuit as a source: marshal posts, race control's signals, the weather station. */
    public static EntryId trackside(SessionId session) {
        return new EntryId(session, TRACKSIDE);
    }

    /**
     * Reads the form {@code session/car}.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static EntryId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "entry '"
                            + Text.abbreviate(text, 100)
                            + "' is not usable: write it as session/car");
        }
        return new EntryId(new SessionId(text.substring(0, slash)), text.substring(slash + 1));
    }

    /** Whether it is the circuit and no car: it has no laps and is in no list of entries. */
    public boolean isTrackside() {
        return car.equals(TRACKSIDE);
    }

    @Override
    public int compareTo(EntryId other) {
        int bySession = session.compareTo(other.session);
        return bySession != 0 ? bySession : car.compareTo(other.car);
    }

    @Override
    public String toString() {
        return session + "/" + car;
    }
}
