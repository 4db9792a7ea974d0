package dev.vitalcore.racecontrol.application;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.sql.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Room on the disk that is kept for sessions which are open or about to be. Any thread may call.
 */
public final class StorageReservations {
    private static final String TABLES =
            """
            -- A row that was released stays: it keeps a reservation from coming after its release.
            CREATE TABLE storage_reservation (
                reservation {text} PRIMARY KEY,
                session {text} NOT NULL,
                bytes {integer} NOT NULL,
                released {integer} NOT NULL
            )
            """;

    private final Database database;

    /** Makes the table where it is absent. */
    public StorageReservations(Database database) {
        this.database = database;
        database.migrate("storage_reservation", database.dialect().script(TABLES));
    }

    /**
     * @param key names it; made once for each key
     * @param bytes that the session is expected to need
     */
    public record Reservation(String key, SessionId session, long bytes) {}

    /**
     * Keeps room, together with that of all sessions that still need theirs; that of the others is
     * given back for good.
     *
     * @param freeBytes of the disk now
     * @param needed whether a session still needs its room
     * @throws Fault (conflict, {@code storage-short}) when there is not so much; (conflict, {@code
     *     reservation-released}) when it had been given back under this key
     */
    public void reserve(Reservation wanted, long freeBytes, Predicate<SessionId> needed) {
        // Asked before the transaction: the answer may be far away, and the writer is one for all.
        List<Reservation> over =
                database.read(StorageReservations::held).stream()
                        .filter(held -> !held.key().equals(wanted.key()))
                        .filter(held -> !needed.test(held.session()))
                        .toList();
        database.write(connection -> {
            for (Reservation past : over) {
                put(connection, past, 1);
            }
            Optional<Boolean> released = isReleased(connection, wanted.key());
            if (released.isPresent()) {
                requireHeld(wanted, released.get());
                return false;
            }
            long taken = held(connection).stream().mapToLong(Reservation::bytes).sum();
            requireRoom(wanted, freeBytes, taken);
            return put(connection, wanted, 0);
        });
    }

    private static List<Reservation> held(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT reservation, session, bytes FROM storage_reservation"
                                        + " WHERE released = 0");
                ResultSet row = query.executeQuery()) {
            List<Reservation> held = new ArrayList<>();
            while (row.next()) {
                held.add(
                        new Reservation(
                                row.getString(1), new SessionId(row.getString(2)), row.getLong(3)));
            }
            return held;
        }
    }

    private static Optional<Boolean> isReleased(Connection connection, String key)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT released FROM storage_reservation WHERE reservation = ?")) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getInt(1) != 0) : Optional.empty();
            }
        }
    }

    /** Gives the room back; a reservation of this key that comes later is refused. */
    public void release(Reservation reservation) {
        database.write(connection -> put(connection, reservation, 1));
    }

    /** Whether room is kept under the key. */
    public boolean isHeld(String key) {
        return database.read(connection -> {
            try (PreparedStatement one =
                    connection.prepareStatement(
                            "SELECT 1 FROM storage_reservation WHERE reservation = ? AND released = 0")) {
                one.setString(1, key);
                try (ResultSet row = one.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    private static boolean put(Connection connection, Reservation reservation, int released)
            throws SQLException {
        try (PreparedStatement put =
                connection.prepareStatement(
                        """
                        INSERT INTO storage_reservation (reservation, session, bytes, released) VALUES (?, ?, ?, ?)
                        ON CONFLICT (reservation) DO UPDATE SET released = excluded.released
                        """)) {
            put.setString(1, reservation.key());
            put.setString(2, reservation.session().value());
            put.setLong(3, reservation.bytes());
            put.setInt(4, released);
            return put.executeUpdate() > 0;
        }
    }

    private static void requireHeld(Reservation wanted, boolean released) {
        if (released) {
            throw Fault.conflict(
                    "reservation-released",
                    "the room of " + wanted.key() + " was given back",
                    "open the session anew");
        }
    }

    private static void requireRoom(Reservation wanted, long freeBytes, long taken) {
        if (wanted.bytes() > freeBytes - taken) {
            throw Fault.conflict(
                    "storage-short",
                    "session %s needs %d MiB, but of %d MiB that are free %d are kept for others"
                            .formatted(
                                    wanted.session(),
                                    wanted.bytes() >> 20,
                                    freeBytes >> 20,
                                    taken >> 20),
                    "make room on the disk, then open the session anew");
        }
    }
}
