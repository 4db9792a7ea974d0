package dev.vitalcore.racecontrol.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.avro.AvroRaceEvents;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionKind;
import dev.vitalcore.kernel.Moment;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.Command;
import dev.vitalcore.platform.events.Command.Sender;
import dev.vitalcore.platform.events.Handled;
import dev.vitalcore.platform.events.InMemoryEventStore;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.SagaId;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.platform.saga.StepCode;
import dev.vitalcore.racecontrol.domain.Entries;
import dev.vitalcore.racecontrol.domain.Entries.Entry;
import dev.vitalcore.racecontrol.domain.RaceCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.RegisterEntry;
import dev.vitalcore.racecontrol.domain.RaceCommand.ScheduleSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.WithdrawEntry;
import dev.vitalcore.sql.SqliteDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the step that enters the car does to the session, and what undoing it leaves. */
class CarOnboardingTest {
    private static final SessionId FP1 = new SessionId("fp1");
    private static final SessionId LONGEST = new SessionId("x".repeat(80));
    private static final long ENTERED = 100;
    private static final long TURNED_BACK = 700;

    private final Sessions sessions =
            new Sessions(new InMemoryEventStore(InstantSource.system()), new AvroRaceEvents());
    private SqliteDatabase database;
    private StepCode register;

    @BeforeEach
    void open(@TempDir Path folder) throws InterruptedException {
        database = SqliteDatabase.open(folder.resolve("events.db"));
        StepCode noTelemetry = new AwaitsNothing();
        register =
                Objects.requireNonNull(
                        new CarOnboarding(sessions, new NoticeBoard(database))
                                .codes(noTelemetry)
                                .get("register-entry"));
        decided("s", new ScheduleSession(FP1, 1, SessionKind.RACE, "Race", "Spa", 10, 0, 0));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void withdrawsTheEntryThatItMade() throws InterruptedException {
        register.act(call(ENTERED));

        register.undo(call(TURNED_BACK));
        register.undo(call(TURNED_BACK + 50));

        assertThat(car7().withdrawn()).isTrue();
        assertThat(sessions.history(FP1, 0, 100, Moment.NOW)).hasSize(3);
    }

    @Test
    void leavesAnEntryThatWasMadeAnewInTheMeantime() throws InterruptedException {
        register.act(call(ENTERED));
        decided("w", new WithdrawEntry(200, "7", "wrong drivers"));
        decided("r", new RegisterEntry(200, "7", "Other team", List.of("Cleo")));

        register.undo(call(TURNED_BACK));

        assertThat(car7().team()).isEqualTo("Other team");
        assertThat(car7().withdrawn()).isFalse();
    }

    /** By what it says nobody can tell the two apart. */
    @Test
    void leavesTheSameEntryThatWasMadeAnewInTheMeantime() throws InterruptedException {
        register.act(call(ENTERED));
        decided("w", new WithdrawEntry(ENTERED, "7", "by mistake"));
        decided("r", new RegisterEntry(ENTERED, "7", "Blue", List.of("Ada", "Bert")));

        register.undo(call(TURNED_BACK));

        assertThat(car7().withdrawn()).isFalse();
    }

    @Test
    void leavesTheSameEntryThatWasThereBefore() throws InterruptedException {
        decided("r", new RegisterEntry(50, "7", "Blue", List.of("Ada", "Bert")));
        register.act(call(ENTERED));

        register.undo(call(TURNED_BACK));

        assertThat(car7().withdrawn()).isFalse();
    }

    /** What was never done is done and undone, so that an attempt that comes late finds its key. */
    @Test
    void aLateAttemptEntersNobody() throws InterruptedException {
        register.undo(call(TURNED_BACK));

        register.act(call(ENTERED));

        assertThat(car7().withdrawn()).isTrue();
        assertThat(at(TURNED_BACK - 1).byCar()).isEmpty();
    }

    @Test
    void theCarTookPartUntilItWasWithdrawn() throws InterruptedException {
        register.act(call(ENTERED));

        register.undo(call(TURNED_BACK));

        assertThat(car7(at(ENTERED)).withdrawn()).isFalse();
        assertThat(car7(at(TURNED_BACK - 1)).withdrawn()).isFalse();
        assertThat(car7(at(TURNED_BACK)).withdrawn()).isTrue();
    }

    /** Keys of commands have at most 100 characters. */
    @Test
    void undoesInASessionOfTheLongestName() throws InterruptedException {
        StepCall call = call(SessionSteps.saga(CarOnboarding.PLAN, LONGEST, "7\nk1"), TURNED_BACK);
        register.act(call);

        register.undo(call);

        assertThat(car7().withdrawn()).isTrue();
    }

    private static StepCall call(long atNanos) {
        return call(new SagaId(CarOnboarding.PLAN, "fp1-7"), atNanos);
    }

    private static StepCall call(SagaId saga, long atNanos) {
        return new StepCall(
                saga,
                "register-entry",
                "",
                1,
                atNanos,
                Map.of(
                        "session", FP1.value(),
                        "car", "7",
                        "team", "Blue",
                        "drivers", "Ada\nBert",
                        "at-nanos", Long.toString(ENTERED),
                        "who", "anna",
                        "why", ""));
    }

    private void decided(String key, RaceCommand command) {
        assertThat(
                        sessions.handle(
                                FP1, new Command<>(key, "", command, new Sender("bert", "", ""))))
                .isInstanceOf(Handled.Done.class);
    }

    private Entry car7() {
        return car7(sessions.state(FP1).entries());
    }

    private static Entry car7(Entries entries) {
        return Objects.requireNonNull(entries.byCar().get("7"));
    }

    private Entries at(long atNanos) {
        Moment moment = new Moment(OptionalLong.of(atNanos), OptionalLong.empty());
        return sessions.picture(FP1, moment).state().entries();
    }

    private static final class AwaitsNothing implements StepCode {
        @Override
        public Map<String, String> act(StepCall call) {
            return Map.of();
        }

        @Override
        public void undo(StepCall call) {}
    }
}
