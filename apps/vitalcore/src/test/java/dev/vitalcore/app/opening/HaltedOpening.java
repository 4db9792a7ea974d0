package dev.vitalcore.app.opening;

import dev.vitalcore.app.kill.HaltingStore;
import dev.vitalcore.avro.AvroRaceEvents;
import dev.vitalcore.avro.AvroSagaEvents;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionKind;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.Command;
import dev.vitalcore.platform.events.Command.Sender;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.SagaRequest;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.platform.saga.StepCodes;
import dev.vitalcore.racecontrol.application.SessionOpening;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.application.StorageReservations;
import dev.vitalcore.racecontrol.domain.RaceCommand.ScheduleSession;
import dev.vitalcore.resilience.ResilientCalls;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import dev.vitalcore.telemetry.application.ExpectedSessions;
import dev.vitalcore.timing.application.Circuits;
import dev.vitalcore.timing.application.TimingPreparation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens session {@code race} in a process that ends at a point: {@code HaltedOpening DATABASE POINT
 * NOTICES}. It goes on where one before it ended. A session that was not scheduled cannot be
 * opened.
 */
final class HaltedOpening {
    static final SessionId RACE = new SessionId("race");
    static final long BYTES = 1L << 30;
    static final SagaRequest REQUEST = SagaRequest.of("k1", "anna", "it is time");

    private HaltedOpening() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path notices = Path.of(arguments[2]);
        try (SqliteDatabase database = SqliteDatabase.open(Path.of(arguments[0]));
                SqlEventStore own = new SqlEventStore(database, InstantSource.system())) {
            HaltingStore store = new HaltingStore(own, Integer.parseInt(arguments[1]));
            SessionOpening opening =
                    new SessionOpening(
                            new Sessions(store, new AvroRaceEvents()),
                            new StorageReservations(database),
                            () -> 2 * BYTES,
                            new NoticeBoard(database));
            try (Sagas sagas = sagas(database, store, opening, notices)) {
                SagaView view =
                        opening.start(sagas, new SessionOpening.Wish(RACE, 5, BYTES), REQUEST);
                while (!view.phase().isOver() || sagas.underWay() > 0) {
                    Thread.sleep(5);
                    view = sagas.inspect(view.saga()).orElseThrow();
                }
                System.out.println("points " + store.points());
                System.out.println("phase " + view.phase());
            }
        }
    }

    private static Sagas sagas(
            SqliteDatabase database, EventStore store, SessionOpening opening, Path notices) {
        return Sagas.start(
                new Sagas.Ports(
                        store,
                        new AvroSagaEvents(),
                        notice -> write(notices, notice.text()),
                        InstantSource.system()),
                new StepCodes(
                        Map.of(
                                SessionOpening.PLAN,
                                opening.codes(
                                        new ExpectedSessions(database, () -> true),
                                        new TimingPreparation(
                                                Optional::empty,
                                                new Circuits(
                                                        Optional.empty(),
                                                        ResilientCalls.of(List.of(Circuits.POLICY)),
                                                        InstantSource.system()))))),
                1);
    }

    static void schedule(EventStore store) {
        new Sessions(store, new AvroRaceEvents())
                .handle(
                        RACE,
                        new Command<>(
                                "schedule",
                                "",
                                new ScheduleSession(
                                        RACE, 1, SessionKind.RACE, "Race", "Spa", 10, 0, 0),
                                new Sender("anna", "", "")));
    }

    private static void write(Path notices, String text) {
        try {
            Files.writeString(
                    notices,
                    text + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
