package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.telemetry.domain.SourceState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Tells from what the circuit sent which flags, incidents and turns of the weather there were. What
 * a flag or the weather turns from is known only from the beginning of the session on; so what was
 * said is remembered of the sessions that were asked for last. Any thread may ask.
 */
public final class RaceControlQueries {
    private static final int MOST_MESSAGES = 1_000;
    private static final int MOST_SESSIONS = 8;

    /** As long as a read waits for memory. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SeriesStore store;
    private final Function<SessionId, List<SourceState>> trackside;
    private final Recent<SessionId, SessionRaceControl> sessions = new Recent<>(MOST_SESSIONS);

    public RaceControlQueries(SeriesStore store, SessionCatalogue catalogue) {
        this(store, catalogue::trackside);
    }

    /**
     * @param trackside the sources of the circuit itself, as they were committed
     */
    RaceControlQueries(SeriesStore store, Function<SessionId, List<SourceState>> trackside) {
        this.store = store;
        this.trackside = trackside;
    }

    /**
     * What was said from {@code fromNanos} to before {@code toNanos}: the newest, of each moment
     * either all or none, so that what is older is found before the first of them. Nothing where
     * the session has no trackside source.
     */
    public RaceControlReport between(SessionId session, long fromNanos, long toNanos) {
        Optional<TracksideStand> stand = TracksideStand.of(trackside.apply(session));
        return stand.isEmpty()
                ? RaceControlReport.NOTHING
                : of(session).until(stand.get()).between(fromNanos, toNanos, MOST_MESSAGES);
    }

    /** When the chequered flag was told for the first time; empty where it was not. */
    public OptionalLong chequered(SessionId session) {
        return TracksideStand.of(trackside.apply(session))
                .map(stand -> of(session).until(stand).chequered())
                .orElse(OptionalLong.empty());
    }

    private SessionRaceControl of(SessionId session) {
        return sessions.get(session, id -> new SessionRaceControl(store, id, PATIENCE));
    }
}
