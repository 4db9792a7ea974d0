package dev.vitalcore.racecontrol;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.projection.ProjectionPorts;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.application.view.RaceViews;

/** Race control in one process: it decides, and its views follow. */
public final class RaceControlContext implements AutoCloseable {
    private final Sessions sessions;
    private final RaceViews views;

    private RaceControlContext(Sessions sessions, RaceViews views) {
        this.sessions = sessions;
        this.views = views;
    }

    /** The views are made where they are absent, and begin to follow the store. */
    public static RaceControlContext start(ProjectionPorts ports, EventFormat<RaceEvent> format) {
        RaceViews views = new RaceViews(ports, format);
        views.start();
        return new RaceControlContext(new Sessions(ports.store(), format), views);
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
