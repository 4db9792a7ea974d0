package dev.vitalcore.racecontrol.application.view;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.Classified;
import dev.vitalcore.contracts.racecontrol.RaceEvent.EntryRegistered;
import dev.vitalcore.contracts.racecontrol.RaceEvent.EntryWithdrawn;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProvisionalResultPublished;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ResultMadeOfficial;
import dev.vitalcore.platform.projection.Projection;
import dev.vitalcore.platform.projection.Seen;
import dev.vitalcore.platform.projection.Tables;
import dev.vitalcore.racecontrol.application.Sessions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * Who drove what, and how it ended: one row for each car of a session and one for each of its
 * drivers. The standings of a session and the history of a driver are read from them.
 */
final class ResultsProjection implements Projection<RaceEvent> {
    static final String CARS = "result_car";
    static final String DRIVERS = "result_driver";

    @Override
    public String name() {
        return "race-results";
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
                    session {text} NOT NULL,
                    car {text} NOT NULL,
                    team {text} NOT NULL,
                    entered_nanos {integer} NOT NULL,
                    withdrawn {integer} NOT NULL,
                    place {integer} NOT NULL DEFAULT 0,
                    finish {text} NOT NULL DEFAULT '',
                    laps {integer} NOT NULL DEFAULT 0,
                    time_nanos {integer} NOT NULL DEFAULT 0,
                    penalty_nanos {integer} NOT NULL DEFAULT 0,
                    revision {integer} NOT NULL DEFAULT 0,
                    official {integer} NOT NULL DEFAULT 0,
                    PRIMARY KEY (session, car)
                );
                CREATE TABLE %2$s (
                    driver {text} NOT NULL,
                    session {text} NOT NULL,
                    car {text} NOT NULL,
                    PRIMARY KEY (driver, session, car)
                );
                """
                        .formatted(tables.name(CARS), tables.name(DRIVERS));
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(tables.dialect().script(script));
        }
    }

    @Override
    public void apply(Connection connection, Tables tables, List<Seen<RaceEvent>> events)
            throws SQLException {
        for (Seen<RaceEvent> seen : events) {
            switch (seen.event()) {
                case EntryRegistered e -> register(connection, tables, e);
                case EntryWithdrawn e ->
                        update(
                                connection,
                                "UPDATE "
                                        + tables.name(CARS)
                                        + " SET withdrawn = 1 WHERE session = ? AND car = ?",
                                e.session().value(),
                                e.car());
                case ProvisionalResultPublished e -> classify(connection, tables, e);
                case ResultMadeOfficial e ->
                        update(
                                connection,
                                "UPDATE "
                                        + tables.name(CARS)
                                        + " SET official = 1 WHERE session = ?",
                                e.session().value());
                default -> {
                    // Nothing else decides who drove and how it ended.
                }
            }
        }
    }

    /** Who enters again, with other drivers, replaces those of before. */
    private static void register(Connection connection, Tables tables, EntryRegistered e)
            throws SQLException {
        update(
                connection,
                "INSERT INTO "
                        + tables.name(CARS)
                        + " (session, car, team, entered_nanos, withdrawn) VALUES (?, ?, ?, ?, 0)"
                        + " ON CONFLICT (session, car) DO UPDATE SET team = excluded.team,"
                        + " entered_nanos = excluded.entered_nanos, withdrawn = 0",
                e.session().value(),
                e.car(),
                e.team(),
                e.atNanos());
        String drivers = tables.name(DRIVERS);
        update(
                connection,
                "DELETE FROM " + drivers + " WHERE session = ? AND car = ?",
                e.session().value(),
                e.car());
        for (String driver : e.drivers()) {
            update(
                    connection,
                    "INSERT INTO " + drivers + " (driver, session, car) VALUES (?, ?, ?)",
                    driver,
                    e.session().value(),
                    e.car());
        }
    }

    private static void classify(Connection connection, Tables tables, ProvisionalResultPublished e)
            throws SQLException {
        for (Classified line : e.classification()) {
            update(
                    connection,
                    "UPDATE "
                            + tables.name(CARS)
                            + " SET place = ?, finish = ?, laps = ?, time_nanos = ?, penalty_nanos = ?,"
                            + " revision = ? WHERE session = ? AND car = ?",
                    line.position(),
                    line.finish().name(),
                    line.laps(),
                    line.timeNanos(),
                    line.penaltyNanos(),
                    e.revision(),
                    e.session().value(),
                    line.car());
        }
    }

    private static void update(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
