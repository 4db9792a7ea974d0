package dev.vitalcore.racecontrol;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.Snapshots;
import dev.vitalcore.platform.events.Snapshotting;
import dev.vitalcore.platform.projection.ProjectionPorts;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.application.view.RaceViews;
import java.util.Optional;

/** Race control in one process: it decides, and its views follow. */
public final class RaceControlContext implements AutoCloseable {
    /** Decisions about one session; a race has hundreds (ADR 20). */
    private static final int SNAPSHOT_EACH = 10_000;

    private final Sessions sessions;
    private final RaceViews views;

    private RaceControlContext(Sessions sessions, RaceViews views) {
        this.sessions = sessions;
        this.views = views;
    }

    /**
     * The views are made where they are absent, and begin to follow the store.
     *
     * @param snapshots for states of very long sessions
     */
    public static RaceControlContext start(
            ProjectionPorts ports, EventFormat<RaceEvent> format, Snapshots snapshots) {
        RaceViews views = new RaceViews(ports, format);
        views.start();
        Sessions sessions =
                new Sessions(
                        ports.store(),
                        format,
                        Optional.of(
                                new Snapshotting<>(snapshots, Sessions.states(), SNAPSHOT_EACH)));
        return new RaceControlContext(sessions, views);
    }

    public Sessions sessions() {
        return sessions;
    }

    public RaceViews views() {
        return views;
    }

    @Override
    public void close() {
        views.close();
    }
}
