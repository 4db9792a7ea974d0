package dev.vitalcore.racecontrol.application;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.kernel.Moment;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.Command;
import dev.vitalcore.platform.events.CommandHandler;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventIds;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.Handled;
import dev.vitalcore.platform.events.RecordStates;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.Snapshotting;
import dev.vitalcore.platform.events.StateFormat;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.racecontrol.domain.RaceCommand;
import dev.vitalcore.racecontrol.domain.SessionDecider;
import dev.vitalcore.racecontrol.domain.SessionState;
import dev.vitalcore.racecontrol.domain.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The sessions that race control decides about, one stream each. Any thread may call. */
public final class Sessions {
    /** Category of the streams. */
    public static final String CATEGORY = "session";

    private static final int PAGE = 1_000;

    /** To be counted up where {@code evolve} comes to another state than before. */
    private static final int EDITION = 1;

    private final EventStore store;
    private final EventFormat<RaceEvent> format;
    private final CommandHandler<SessionState, RaceCommand, RaceEvent> handler;

    /** Without snapshots. */
    public Sessions(EventStore store, EventFormat<RaceEvent> format) {
        this(store, format, Optional.empty());
    }

    /**
     * @param snapshots of states as {@link #states} writes them
     */
    public Sessions(
            EventStore store,
            EventFormat<RaceEvent> format,
            Optional<Snapshotting<SessionState>> snapshots) {
        this.store = store;
        this.format = format;
        this.handler = new CommandHandler<>(store, new SessionDecider(), format, snapshots);
    }

    /** How states are written to snapshots. */
    public static StateFormat<SessionState> states() {
        return new RecordStates<>(SessionState.class, EDITION);
    }

    /**
     * Carries out a command, once for each key.
     *
     * @throws dev.vitalcore.kernel.Fault as {@link CommandHandler#handle}
     */
    public Handled<RaceEvent> handle(SessionId session, Command<RaceCommand> command) {
        return handler.handle(stream(session), command);
    }

    /**
     * The number, among the session's events, of the first that the command of this key came to;
     * empty where it came to none.
     */
    OptionalLong firstEventOf(SessionId session, String key) {
        return store.find(EventIds.of(stream(session), key, 0))
                .map(first -> OptionalLong.of(first.version()))
                .orElseGet(OptionalLong::empty);
    }

    /** What decisions about it are made by, now; unscheduled where nobody has heard of it. */
    public SessionState state(SessionId session) {
        return handler.state(stream(session));
    }

    /**
     * The session as it was at one time, by what was known at another: only what had come into
     * force by then, and of that only what had been recorded by then. Without limits it is what is
     * known now.
     *
     * @param moment what to leave out
     */
    public SessionPicture picture(SessionId session, Moment moment) {
        SessionPicture picture = new SessionPicture();
        long version = 0;
        List<RecordedEvent> page;
        do {
            page = store.read(stream(session), version, PAGE);
            for (RecordedEvent recorded : page) {
                version = recorded.version();
                if (moment.includes(recorded.event().eventNanos(), recorded.recordedNanos())) {
                    picture.add(Decided.read(recorded, format));
                }
            }
        } while (page.size() == PAGE);
        return picture;
    }

    /**
     * Its decisions after a version, in the order in which they were made.
     *
     * @param limit at most so many are read; those that the moment leaves out are missing
     */
    public List<Decided> history(SessionId session, long afterVersion, int limit, Moment moment) {
        List<Decided> history = new ArrayList<>();
        for (RecordedEvent recorded : store.read(stream(session), afterVersion, limit)) {
            if (moment.includes(recorded.event().eventNanos(), recorded.recordedNanos())) {
                history.add(Decided.read(recorded, format));
            }
        }
        return history;
    }

    /**
     * The decisions that concern an object, of those after a version: also what became of penalties
     * that name it.
     *
     * @param limit of the decisions after the version at most so many are looked at
     */
    public List<Decided> history(
            SessionId session, Subject about, long afterVersion, int limit, Moment moment) {
        Concern concern = new Concern(about);
        for (long version = 0; version < afterVersion; version += PAGE) {
            int page = (int) Math.min(PAGE, afterVersion - version);
            history(session, version, page, moment)
                    .forEach(before -> concern.takes(before.event()));
        }
        return history(session, afterVersion, limit, moment).stream()
                .filter(decided -> concern.takes(decided.event()))
                .toList();
    }

    public static StreamName stream(SessionId session) {
        return new StreamName(CATEGORY, session.value());
    }
}
