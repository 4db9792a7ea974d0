package dev.vitalcore.app.kill;

import dev.vitalcore.avro.AvroRaceEvents;
import dev.vitalcore.avro.AvroSagaEvents;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionKind;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.Command;
import dev.vitalcore.platform.events.Command.Sender;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.platform.saga.StepCodes;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.domain.RaceCommand.ScheduleSession;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * One saga in a process that ends at a point, or at none: {@code DATABASE POINT NOTICES …}. It goes
 * on where one before it ended.
 */
public final class HaltedSaga {
    public static final SessionId RACE = new SessionId("race");

    private HaltedSaga() {}

    /** What there is to work with. */
    public record Stage(SqliteDatabase database, EventStore store) {}

    /** The saga of a test. */
    public interface Story {
        StepCodes codes();

        /** Idempotent, as each process begins with it. */
        SagaView start(Sagas sagas) throws InterruptedException;
    }

    /** Runs it to its end and prints how many points there were. */
    public static void run(String[] arguments, Function<Stage, Story> made)
            throws InterruptedException {
        Path notices = Path.of(arguments[2]);
        try (SqliteDatabase database = SqliteDatabase.open(Path.of(arguments[0]));
                SqlEventStore own = new SqlEventStore(database, InstantSource.system())) {
            HaltingStore store = new HaltingStore(own, Integer.parseInt(arguments[1]));
            Story story = made.apply(new Stage(database, store));
            Sagas.Ports ports =
                    new Sagas.Ports(
                            store,
                            new AvroSagaEvents(),
                            notice -> write(notices, notice.text()),
                            InstantSource.system());
            try (Sagas sagas = Sagas.start(ports, story.codes(), 1)) {
                SagaView view = story.start(sagas);
                while (!view.phase().isOver() || sagas.underWay() > 0) {
                    Thread.sleep(5);
                    view = sagas.inspect(view.saga()).orElseThrow();
                }
                System.out.println("points " + store.points());
                System.out.println("phase " + view.phase());
            }
        }
    }

    /** Schedules the session that the sagas are about. */
    public static void schedule(EventStore store) {
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
