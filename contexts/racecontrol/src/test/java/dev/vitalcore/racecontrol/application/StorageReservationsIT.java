package dev.vitalcore.racecontrol.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.racecontrol.application.StorageReservations.Reservation;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageReservationsIT {
    private static final long FREE = 100L << 20;
    private static final Reservation FP1 = of("fp1", 60);
    private static final Reservation FP2 = of("fp2", 60);

    private SqliteDatabase database;
    private StorageReservations storage;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = SqliteDatabase.open(folder.resolve("events.db"));
        storage = new StorageReservations(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsRoomOnceForOneKey() {
        storage.reserve(FP1, FREE, any -> true);

        assertThatNoException().isThrownBy(() -> storage.reserve(FP1, FREE, any -> true));
        assertThat(storage.isHeld("fp1")).isTrue();
    }

    @Test
    void refusesWhatDoesNotFitBesideTheOthers() {
        storage.reserve(FP1, FREE, any -> true);

        Fault fault = refused(FP2);

        assertThat(fault.code()).isEqualTo("storage-short");
        assertThat(fault.text()).contains("fp2 needs 60 MiB", "100", "60 are kept for others");
        assertThat(storage.isHeld("fp2")).isFalse();
    }

    @Test
    void doesNotCountSessionsThatAreOver() {
        storage.reserve(FP1, FREE, any -> true);

        storage.reserve(FP2, FREE, session -> !session.equals(FP1.session()));

        assertThat(storage.isHeld("fp2")).isTrue();
        assertThat(storage.isHeld("fp1")).as("given back for good").isFalse();
    }

    /** Whether a session is over is asked of a store that may write into the same database. */
    @Test
    void asksOutsideItsTransaction() {
        storage.reserve(FP1, FREE, any -> true);

        storage.reserve(
                FP2,
                FREE,
                session -> {
                    storage.release(of("other", 1));
                    return false;
                });

        assertThat(storage.isHeld("fp2")).isTrue();
    }

    @Test
    void givesRoomBack() {
        storage.reserve(FP1, FREE, any -> true);
        storage.release(FP1);
        storage.release(FP1);

        storage.reserve(FP2, FREE, any -> true);

        assertThat(storage.isHeld("fp1")).isFalse();
        assertThat(storage.isHeld("fp2")).isTrue();
    }

    @Test
    void refusesAReservationThatComesAfterItsRelease() {
        storage.release(FP1);

        assertThat(refused(FP1).code()).isEqualTo("reservation-released");
        assertThat(storage.isHeld("fp1")).isFalse();
    }

    private Fault refused(Reservation reservation) {
        return catchThrowableOfType(
                Fault.class, () -> storage.reserve(reservation, FREE, any -> true));
    }

    private static Reservation of(String session, long mebibytes) {
        return new Reservation(session, new SessionId(session), mebibytes << 20);
    }
}
