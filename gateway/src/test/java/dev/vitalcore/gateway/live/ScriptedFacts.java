package dev.vitalcore.gateway.live;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.gateway.json.EntryJson;
import dev.vitalcore.gateway.json.SessionFacts;
import dev.vitalcore.gateway.json.SessionJson;
import dev.vitalcore.gateway.json.SessionPicture;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the views say, as a test wants it. */
final class ScriptedFacts implements SessionFacts {
    static final long START = 1_000_000_000_000L;

    final Set<EntryId> entries = new HashSet<>(Set.of(Blocks.CAR_7));
    volatile SessionSummary summary = summary(START, SessionSummary.State.LIVE);
    final Set<EntryId> withHoles = new HashSet<>();
    volatile List<LapCompleted> laps = List.of();

    /** The next question for holes fails. */
    volatile boolean broken;

    /** Happens while a hello is being read, after the views were read. */
    volatile Runnable whileReading = () -> {};

    static SessionSummary summary(long startNanos, SessionSummary.State state) {
        return new SessionSummary(
                Blocks.CAR_7.session(), "Monza", Optional.empty(), startNanos, 0, state, 1);
    }

    @Override
    public Optional<SessionSummary> session(SessionId id) {
        return Optional.of(summary);
    }

    @Override
    public Set<EntryId> entries(SessionId session) {
        return Set.copyOf(entries);
    }

    @Override
    public Optional<EntryJson> entry(EntryId id) {
        return Optional.of(
                new EntryJson(
                        id.car(), null, null, 0, null, null, null, false, List.of(), null, null, 0,
                        null, null));
    }

    @Override
    public List<LapCompleted> laps(EntryId entry) {
        return laps.stream().filter(lap -> lap.entry().equals(entry)).toList();
    }

    @Override
    public SessionPicture picture(SessionSummary session, Set<EntryId> provisional) {
        SessionPicture picture =
                new SessionPicture(SessionJson.brief(session), List.of(), Map.of(), Map.of());
        whileReading.run();
        return picture;
    }

    @Override
    public Set<EntryId> entriesWithHoles(SessionId session) {
        if (broken) {
            broken = false;
            throw Fault.unavailable("database-busy", "the database is busy", "wait");
        }
        return Set.copyOf(withHoles);
    }
}
