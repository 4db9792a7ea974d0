package dev.vitalcore.racecontrol.application;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.racecontrol.domain.SessionDecider;
import dev.vitalcore.racecontrol.domain.SessionState;
import dev.vitalcore.racecontrol.domain.Subject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A session as it is shown: the state that decisions are made by, and for each object the last
 * decision of each kind, which tells the rest: who, when, why.
 */
public final class SessionPicture {
    private static final SessionDecider DECIDER = new SessionDecider();

    private final Map<Key, Decided> decisions = new HashMap<>();
    private SessionState state = SessionState.UNSCHEDULED;
    private long version;
    private long position;

    SessionPicture() {}

    void add(Decided decided) {
        state = DECIDER.evolve(state, decided.event());
        version = decided.version();
        position = decided.position();
        decisions.put(new Key(decided.event().getClass(), Subject.of(decided.event())), decided);
    }

    public SessionState state() {
        return state;
    }

    /** Of the last decision in it; 0 for none. */
    public long version() {
        return version;
    }

    /** Of the last decision in it; 0 for none. */
    public long position() {
        return position;
    }

    /** The last decision of a kind about an object. */
    public <E extends RaceEvent> Optional<Of<E>> last(Class<E> type, Subject subject) {
        return Optional.ofNullable(decisions.get(new Key(type, subject)))
                .map(decided -> new Of<>(type.cast(decided.event()), decided));
    }

    /** A decision, by its kind. */
    public record Of<E extends RaceEvent>(E event, Decided decided) {}

    private record Key(Class<? extends RaceEvent> type, Subject subject) {}
}
