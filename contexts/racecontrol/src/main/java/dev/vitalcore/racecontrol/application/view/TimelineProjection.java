package dev.vitalcore.racecontrol.application.view;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.projection.Projection;
import dev.vitalcore.platform.projection.Seen;
import dev.vitalcore.platform.projection.Tables;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.application.Wording;
import dev.vitalcore.racecontrol.domain.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * Every decision as a line, and by every object that it concerns: the timeline of a session and the
 * audit trail over all of them.
 */
final class TimelineProjection implements Projection<RaceEvent> {
    static final String LINES = "timeline_line";
    static final String SUBJECTS = "timeline_subject";

    @Override
    public String name() {
        return "race-timeline";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Set<String> categories() {
        return Set.of(Sessions.CATEGORY);
    }

    @Override
    public void create(Connection connection, Tables tables) throws SQLException {
        String script =
                """
                CREATE TABLE %1$s (
                    position {integer} PRIMARY KEY,
                    session {text} NOT NULL,
                    version {integer} NOT NULL,
                    type {text} NOT NULL,
                    about {text} NOT NULL,
                    at_nanos {integer} NOT NULL,
                    recorded_nanos {integer} NOT NULL,
                    who {text} NOT NULL,
                    why {text} NOT NULL,
                    correlation {text} NOT NULL,
                    causation {text} NOT NULL,
                    line {text} NOT NULL
                );
                CREATE INDEX %3$s ON %1$s (session, position);
                CREATE INDEX %4$s ON %1$s (who, position);
                CREATE TABLE %2$s (
                    session {text} NOT NULL,
                    subject {text} NOT NULL,
                    position {integer} NOT NULL,
                    PRIMARY KEY (session, subject, position)
                );
                """
                        .formatted(
                                tables.name(LINES),
                                tables.name(SUBJECTS),
                                tables.index("timeline_session"),
                                tables.index("timeline_who"));
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(tables.dialect().script(script));
        }
    }

    @Override
    public void apply(Connection connection, Tables tables, List<Seen<RaceEvent>> events)
            throws SQLException {
        try (PreparedStatement line =
                        connection.prepareStatement(
                                "INSERT INTO "
                                        + tables.name(LINES)
                                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement subject =
                        connection.prepareStatement(
                                "INSERT INTO " + tables.name(SUBJECTS) + " VALUES (?, ?, ?)")) {
            for (Seen<RaceEvent> seen : events) {
                addLine(line, seen);
                addSubjects(subject, seen);
            }
            line.executeBatch();
            subject.executeBatch();
        }
    }

    private static void addLine(PreparedStatement line, Seen<RaceEvent> seen) throws SQLException {
        RaceEvent event = seen.event();
        Origin origin = seen.origin();
        line.setLong(1, seen.position());
        line.setString(2, event.session().value());
        line.setLong(3, seen.version());
        line.setString(4, event.getClass().getSimpleName());
        line.setString(5, Subject.of(event).toString());
        line.setLong(6, event.atNanos());
        line.setLong(7, seen.recordedNanos());
        line.setString(8, origin.who());
        line.setString(9, origin.why());
        line.setString(10, origin.correlation());
        line.setString(11, origin.causation());
        line.setString(12, Wording.of(event));
        line.addBatch();
    }

    private static void addSubjects(PreparedStatement subject, Seen<RaceEvent> seen)
            throws SQLException {
        for (Subject concerned : Subject.allOf(seen.event())) {
            subject.setString(1, seen.event().session().value());
            subject.setString(2, concerned.toString());
            subject.setLong(3, seen.position());
            subject.addBatch();
        }
    }
}
