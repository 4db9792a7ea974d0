package dev.vitalcore.racecontrol.application.view;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionScheduled;
import dev.vitalcore.platform.projection.Projection;
import dev.vitalcore.platform.projection.Seen;
import dev.vitalcore.platform.projection.Tables;
import dev.vitalcore.racecontrol.application.Sessions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sessions and what is open in each: one row a session, and one row for each object in it that
 * was ever open.
 */
final class BoardProjection implements Projection<RaceEvent> {
    static final String SESSIONS = "board_session";
    static final String OBJECTS = "board_object";

    @Override
    public String name() {
        return "session-board";
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
                    session {text} PRIMARY KEY,
                    name {text} NOT NULL,
                    kind {text} NOT NULL,
                    circuit {text} NOT NULL,
                    start_nanos {integer} NOT NULL,
                    phase {text} NOT NULL,
                    since_nanos {integer} NOT NULL,
                    position {integer} NOT NULL
                );
                CREATE INDEX %3$s ON %1$s (start_nanos);
                CREATE TABLE %2$s (
                    session {text} NOT NULL,
                    kind {text} NOT NULL,
                    name {text} NOT NULL,
                    is_open {integer} NOT NULL,
                    PRIMARY KEY (session, kind, name)
                );
                """
                        .formatted(
                                tables.name(SESSIONS),
                                tables.name(OBJECTS),
                                tables.index("board_start"));
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(tables.dialect().script(script));
        }
    }

    @Override
    public void apply(Connection connection, Tables tables, List<Seen<RaceEvent>> events)
            throws SQLException {
        try (Rows rows = new Rows(connection, tables)) {
            for (Seen<RaceEvent> seen : events) {
                rows.add(seen);
            }
        }
    }

    /** The statements, prepared once for a batch. */
    private static final class Rows implements AutoCloseable {
        private final PreparedStatement schedule;
        private final PreparedStatement enter;
        private final PreparedStatement seen;
        private final PreparedStatement mark;

        private Rows(Connection connection, Tables tables) throws SQLException {
            String sessions = tables.name(SESSIONS);
            schedule =
                    connection.prepareStatement(
                            "INSERT INTO "
                                    + sessions
                                    + " (session, name, kind, circuit, start_nanos, phase, since_nanos, position)"
                                    + " VALUES (?, ?, ?, ?, ?, 'scheduled', ?, ?)");
            enter =
                    connection.prepareStatement(
                            "UPDATE "
                                    + sessions
                                    + " SET phase = ?, since_nanos = ? WHERE session = ?");
            seen =
                    connection.prepareStatement(
                            "UPDATE " + sessions + " SET position = ? WHERE session = ?");
            mark =
                    connection.prepareStatement(
                            "INSERT INTO "
                                    + tables.name(OBJECTS)
                                    + " (session, kind, name, is_open) VALUES (?, ?, ?, ?)"
                                    + " ON CONFLICT (session, kind, name)"
                                    + " DO UPDATE SET is_open = excluded.is_open");
        }

        private void add(Seen<RaceEvent> event) throws SQLException {
            String session = event.event().session().value();
            if (event.event() instanceof SessionScheduled scheduled) {
                schedule(scheduled, event.position());
                return;
            }
            Optional<String> phase = Opening.phase(event.event());
            if (phase.isPresent()) {
                enter.setString(1, phase.get());
                enter.setLong(2, event.event().atNanos());
                enter.setString(3, session);
                enter.executeUpdate();
            }
            Optional<Opening> opening = Opening.of(event.event());
            if (opening.isPresent()) {
                mark(session, opening.get());
            }
            seen.setLong(1, event.position());
            seen.setString(2, session);
            seen.executeUpdate();
        }

        private void schedule(SessionScheduled e, long position) throws SQLException {
            schedule.setString(1, e.session().value());
            schedule.setString(2, e.name());
            schedule.setString(3, e.kind().name());
            schedule.setString(4, e.circuit());
            schedule.setLong(5, e.startNanos());
            schedule.setLong(6, e.atNanos());
            schedule.setLong(7, position);
            schedule.executeUpdate();
        }

        private void mark(String session, Opening opening) throws SQLException {
            mark.setString(1, session);
            mark.setString(2, opening.subject().kind().name());
            mark.setString(3, opening.subject().name());
            mark.setInt(4, opening.open() ? 1 : 0);
            mark.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            for (PreparedStatement statement : List.of(schedule, enter, seen, mark)) {
                statement.close();
            }
        }
    }
}
