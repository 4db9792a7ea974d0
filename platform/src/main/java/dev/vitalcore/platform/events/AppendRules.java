package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.AppendResult.Appended;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What every store checks of an append in the same way. */
public final class AppendRules {
    /** Code of the fault of an id that is known of something else. */
    static final String ID_REUSED = "event-id-reused";

    private AppendRules() {}

    /**
     * @throws IllegalArgumentException when the store must not be asked to keep these together
     */
    public static void requireAppendable(List<NewEvent> events) {
        if (events.isEmpty() || events.size() > EventStore.APPEND_LIMIT) {
            throw new IllegalArgumentException(
                    "an append of "
                            + events.size()
                            + " events is not possible: 1 to "
                            + EventStore.APPEND_LIMIT);
        }
        Set<UUID> ids = new HashSet<>();
        for (NewEvent event : events) {
            if (!ids.add(event.id())) {
                throw new IllegalArgumentException(
                        "event id " + event.id() + " is there twice in one append");
            }
        }
    }

    /**
     * Whether the store has the events already.
     *
     * @param known what is kept under the ids of the events
     * @return the answer of the first time; empty where none of the events is known
     * @throws Fault (conflict) when an id stands for something else
     */
    public static Optional<Appended> repeated(
            StreamName stream, List<NewEvent> events, Map<UUID, RecordedEvent> known) {
        if (known.isEmpty()) {
            return Optional.empty();
        }
        RecordedEvent last = kept(known, events.getLast());
        long version = last.version() - events.size();
        for (NewEvent event : events) {
            version++;
            RecordedEvent kept = kept(known, event);
            requireSame(stream, event, kept);
            requirePlace(kept, version);
        }
        return Optional.of(new Appended(last.position(), last.version(), true));
    }

    private static RecordedEvent kept(Map<UUID, RecordedEvent> known, NewEvent event) {
        RecordedEvent kept = known.get(event.id());
        if (kept == null) {
            UUID other = known.keySet().iterator().next();
            throw reused(other, "is known, but not together with " + event.id());
        }
        return kept;
    }

    private static void requireSame(StreamName stream, NewEvent event, RecordedEvent kept) {
        if (!kept.stream().equals(stream)) {
            throw reused(event.id(), "is an event of " + kept.stream());
        }
        if (!kept.event().type().equals(event.type())
                || !Arrays.equals(kept.event().payload(), event.payload())) {
            throw reused(event.id(), "is another " + kept.event().type() + " of " + stream);
        }
    }

    private static void requirePlace(RecordedEvent kept, long version) {
        if (kept.version() != version) {
            throw reused(kept.event().id(), "is known, but in another order than in this append");
        }
    }

    private static Fault reused(UUID id, String what) {
        return Fault.conflict(
                ID_REUSED,
                "event id " + id + " " + what,
                "give a new decision new ids; repeat an old one with all its events as they were");
    }
}
