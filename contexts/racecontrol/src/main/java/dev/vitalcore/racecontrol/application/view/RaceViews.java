package dev.vitalcore.racecontrol.application.view;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionKind;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.projection.Projection;
import dev.vitalcore.platform.projection.ProjectionPorts;
import dev.vitalcore.platform.projection.ProjectionRunner;
import dev.vitalcore.platform.projection.ProjectionSettings;
import dev.vitalcore.platform.projection.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The views of race control's decisions, and the questions to them. Any thread may ask. */
public final class RaceViews implements AutoCloseable {
    private final Map<String, ProjectionRunner<RaceEvent>> runners = new LinkedHashMap<>();
    private final ProjectionRunner<RaceEvent> board;
    private final ProjectionRunner<RaceEvent> timeline;
    private final ProjectionRunner<RaceEvent> results;

    public RaceViews(ProjectionPorts ports, EventFormat<RaceEvent> format) {
        board = runner(new BoardProjection(), ports, format);
        timeline = runner(new TimelineProjection(), ports, format);
        results = runner(new ResultsProjection(), ports, format);
    }

    /** Begins to follow the store. */
    public void start() {
        runners.values().forEach(ProjectionRunner::start);
    }

    /** By name. */
    public Map<String, ProjectionRunner<RaceEvent>> projections() {
        return Map.copyOf(runners);
    }

    /**
     * Returns when all views have come to a position, so that who has decided can read it.
     *
     * @throws Fault (unavailable) when the time is up before
     */
    public void awaitPosition(long position, Duration atMost) {
        runners.values().forEach(runner -> runner.awaitPosition(position, atMost));
    }

    /** The newest first. */
    public List<BoardLine> board(int limit) {
        return board.query((connection, tables) -> {
            String sql =
                    """
                    SELECT s.session, s.name, s.kind, s.circuit, s.start_nanos, s.phase, s.since_nanos,
                        s.position,
                        SUM(CASE WHEN o.kind = 'ENTRY' THEN o.is_open ELSE 0 END),
                        SUM(CASE WHEN o.kind = 'SECTOR' THEN o.is_open ELSE 0 END),
                        SUM(CASE WHEN o.kind = 'INCIDENT' THEN o.is_open ELSE 0 END),
                        SUM(CASE WHEN o.kind = 'PENALTY' THEN o.is_open ELSE 0 END),
                        SUM(CASE WHEN o.kind = 'PROTEST' THEN o.is_open ELSE 0 END)
                    FROM (SELECT * FROM %s ORDER BY start_nanos DESC, session LIMIT ?) s
                    LEFT JOIN %s o ON o.session = s.session
                    GROUP BY s.session, s.name, s.kind, s.circuit, s.start_nanos, s.phase, s.since_nanos,
                        s.position
                    ORDER BY s.start_nanos DESC, s.session
                    """
                            .formatted(
                                    tables.name(BoardProjection.SESSIONS),
                                    tables.name(BoardProjection.OBJECTS));
            return rows(connection, sql, RaceViews::boardLine, limit);
        });
    }

    /** The phase in words of each of the sessions that is known. */
    public Map<SessionId, String> phases(Set<SessionId> sessions) {
        return board.query((connection, tables) -> {
            String sql =
                    "SELECT phase FROM "
                            + tables.name(BoardProjection.SESSIONS)
                            + " WHERE session = ?";
            Map<SessionId, String> phases = new HashMap<>();
            for (SessionId session : sessions) {
                rows(connection, sql, row -> row.getString(1), session.value())
                        .forEach(phase -> phases.put(session, phase));
            }
            return phases;
        });
    }

    /** The decisions about a session after a position, in their order. */
    public List<TimelineLine> timeline(SessionId session, long afterPosition, int limit) {
        return timeline.query((connection, tables) ->
                rows(
                        connection,
                        "SELECT * FROM "
                                + tables.name(TimelineProjection.LINES)
                                + " WHERE session = ? AND position > ? ORDER BY position LIMIT ?",
                        RaceViews::timelineLine,
                        session.value(),
                        afterPosition,
                        limit));
    }

    /**
     * The decisions before a position, over all sessions, the newest first.
     *
     * @param filter which of them
     */
    public List<TimelineLine> audit(AuditFilter filter, long beforePosition, int limit) {
        return timeline.query((connection, tables) -> {
            List<Object> values = new ArrayList<>();
            String condition = filter.condition(tables, values);
            values.add(beforePosition);
            values.add(limit);
            return rows(
                    connection,
                    "SELECT l.* FROM "
                            + tables.name(TimelineProjection.LINES)
                            + " l WHERE "
                            + condition
                            + "l.position < ? ORDER BY l.position DESC LIMIT ?",
                    RaceViews::timelineLine,
                    values.toArray());
        });
    }

    /** The cars of a session in the order of its result, those without a place last. */
    public List<ResultLine> standings(SessionId session) {
        return results.query((connection, tables) ->
                results(connection, tables, "c.session = ?", session.value()));
    }

    /** What a driver was entered for, the newest first. */
    public List<ResultLine> driver(String driver) {
        return results.query((connection, tables) ->
                results(
                        connection,
                        tables,
                        "EXISTS (SELECT 1 FROM "
                                + tables.name(ResultsProjection.DRIVERS)
                                + " own WHERE own.session = c.session AND own.car = c.car"
                                + " AND own.driver = ?)",
                        driver));
    }

    /** Why a view does not go on; empty while all goes well. */
    public Optional<String> failure() {
        return runners.values().stream()
                .map(ProjectionRunner::failure)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Decisions that the slowest view has not seen. */
    public long lag() {
        return runners.values().stream().mapToLong(ProjectionRunner::lag).max().orElse(0);
    }

    @Override
    public void close() {
        runners.values().forEach(ProjectionRunner::close);
    }

    private ProjectionRunner<RaceEvent> runner(
            Projection<RaceEvent> projection,
            ProjectionPorts ports,
            EventFormat<RaceEvent> format) {
        ProjectionRunner<RaceEvent> runner =
                new ProjectionRunner<>(projection, format, ports, ProjectionSettings.DEFAULT);
        runners.put(projection.name(), runner);
        return runner;
    }

    private static List<ResultLine> results(
            Connection connection, Tables tables, String condition, Object value)
            throws SQLException {
        String sql =
                """
                SELECT c.session, c.car, c.team, c.withdrawn, c.place, c.finish, c.laps, c.time_nanos,
                    c.penalty_nanos, c.revision, c.official, d.driver
                FROM %s c JOIN %s d ON d.session = c.session AND d.car = c.car
                WHERE %s
                ORDER BY c.entered_nanos DESC, c.session, CASE WHEN c.place = 0 THEN 1 ELSE 0 END, c.place,
                    c.car, d.driver
                """
                        .formatted(
                                tables.name(ResultsProjection.CARS),
                                tables.name(ResultsProjection.DRIVERS),
                                condition);
        Map<String, ResultLine> lines = new LinkedHashMap<>();
        for (ResultLine row : rows(connection, sql, RaceViews::resultLine, value)) {
            lines.merge(row.session() + "/" + row.car(), row, ResultLine::withDriversOf);
        }
        return List.copyOf(lines.values());
    }

    private static BoardLine boardLine(ResultSet row) throws SQLException {
        return new BoardLine(
                row.getString(1),
                row.getString(2),
                SessionKind.valueOf(row.getString(3)),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getLong(7),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11),
                row.getInt(12),
                row.getInt(13),
                row.getLong(8));
    }

    private static TimelineLine timelineLine(ResultSet row) throws SQLException {
        return new TimelineLine(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12));
    }

    private static ResultLine resultLine(ResultSet row) throws SQLException {
        return new ResultLine(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                List.of(row.getString(12)),
                row.getInt(4) == 1,
                row.getInt(5),
                row.getString(6),
                row.getInt(7),
                row.getLong(8),
                row.getLong(9),
                row.getInt(10),
                row.getInt(11) == 1);
    }

    private static <T> List<T> rows(
            Connection connection, String sql, Row<T> reading, Object... values)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            List<T> lines = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.add(reading.read(rows));
                }
            }
            return lines;
        }
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
