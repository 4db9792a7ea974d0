package dev.vitalcore.app.opening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.app.kill.HaltedSaga;
import dev.vitalcore.app.kill.KilledSaga;
import dev.vitalcore.app.kill.KilledSaga.Course;
import dev.vitalcore.app.kill.KilledSaga.Outcome;
import dev.vitalcore.app.opening.HaltedOnboarding.Car;
import dev.vitalcore.avro.AvroRaceEvents;
import dev.vitalcore.platform.events.Command;
import dev.vitalcore.platform.events.Command.Sender;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.SagaView.Phase;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.domain.Entries.Entry;
import dev.vitalcore.racecontrol.domain.RaceCommand.RegisterEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bringing a car into a session is killed at every point: it takes part, or it is withdrawn, and
 * nobody else's entry is touched.
 */
class OnboardingKillIT {
    @TempDir private Path folder;

    @Test
    void takesPartWhereverItIsKilled() {
        Course sends = course(Car.SENDS, OnboardingKillIT::requireTakesPart);

        // The start, three outcomes and the session's own decision: before and after each.
        assertThat(points(sends)).isEqualTo(10);
    }

    @Test
    void isWithdrawnWhereverItIsKilled() {
        Course silent = course(Car.MUST_SEND_AND_DOES_NOT, OnboardingKillIT::requireWithdrawn);

        // The start, the entry and its outcome, two attempts at the telemetry, of which the second
        // is begun anew, the withdrawal and its outcome, the operator told: before and after each.
        assertThat(points(silent)).isEqualTo(18);
    }

    @Test
    void takesPartWithoutTelemetryWhereverItIsKilled() {
        Course silent =
                course(Car.NEED_NOT_SEND_AND_DOES_NOT, OnboardingKillIT::requireTakesPartSilently);

        // The start, the entry and its outcome, two attempts at the telemetry, of which the second
        // is begun anew, the announcement's outcome, the operator told: before and after each.
        assertThat(points(silent)).isEqualTo(16);
    }

    @Test
    void isWithdrawnWhereverItIsKilledWhenItIsCalledOff() {
        Course calledOff = course(Car.IS_CALLED_OFF, OnboardingKillIT::requireCalledOff);

        // The start, the entry and its outcome, the cancelling, the interrupted attempt, the
        // withdrawal and its outcome, the operator told: before and after each.
        assertThat(points(calledOff)).isEqualTo(16);
    }

    /** The number is that of another team's car, so the session refuses the entry. */
    @Test
    void leavesTheEntryOfOthersWhereverItIsKilled() {
        Course refused =
                new Course(
                        "refused",
                        OnboardingKillIT::enterAnother,
                        List.of(Car.SENDS.name()),
                        OnboardingKillIT::requireOtherEntry);

        // The start, the refusal, its compensation, the operator told: before and after each.
        assertThat(points(refused)).isEqualTo(8);
    }

    private int points(Course course) {
        return new KilledSaga(folder, HaltedOnboarding.class).everywhere(course);
    }

    private static Course course(Car car, Consumer<Outcome> require) {
        return new Course(car.name(), HaltedSaga::schedule, List.of(car.name()), require);
    }

    private static void enterAnother(EventStore store) {
        HaltedSaga.schedule(store);
        RegisterEntry entry = new RegisterEntry(2, "44", "Other team", List.of("Cleo"));
        new Sessions(store, new AvroRaceEvents())
                .handle(
                        HaltedSaga.RACE,
                        new Command<>("other", "", entry, new Sender("bert", "", "")));
    }

    private static void requireTakesPart(Outcome outcome) {
        assertThat(outcome.saga().phase()).as(outcome.name()).isEqualTo(Phase.COMPLETE);
        assertThat(entry(outcome).withdrawn()).as(outcome.name()).isFalse();
        assertThat(entry(outcome).drivers()).containsExactly("Ada", "Bert");
        assertThat(announced(outcome)).as(outcome.name()).isEqualTo(1);
        assertThat(outcome.told()).as(outcome.name()).isEmpty();
    }

    private static void requireTakesPartSilently(Outcome outcome) {
        assertThat(outcome.saga().phase())
                .as(outcome.name())
                .isEqualTo(Phase.COMPLETE_WITH_FAILURES);
        assertThat(entry(outcome).withdrawn()).as(outcome.name()).isFalse();
        assertThat(announced(outcome)).as(outcome.name()).isEqualTo(1);
        requireTold(outcome, "await-telemetry");
    }

    private static void requireWithdrawn(Outcome outcome) {
        requireUndone(outcome, "car 44");
        assertThat(entry(outcome).withdrawn()).as(outcome.name()).isTrue();
    }

    private static void requireCalledOff(Outcome outcome) {
        requireUndone(outcome, "not today");
        assertThat(entry(outcome).withdrawn()).as(outcome.name()).isTrue();
    }

    private static void requireOtherEntry(Outcome outcome) {
        requireUndone(outcome, "Other team");
        assertThat(entry(outcome).team()).as(outcome.name()).isEqualTo("Other team");
        assertThat(entry(outcome).withdrawn()).as(outcome.name()).isFalse();
    }

    private static void requireUndone(Outcome outcome, String reason) {
        assertThat(outcome.saga().phase()).as(outcome.name()).isEqualTo(Phase.UNDONE);
        assertThat(announced(outcome)).as(outcome.name()).isZero();
        requireTold(outcome, "was undone", reason);
    }

    /** At least once: whether it came before the end is not known. */
    private static void requireTold(Outcome outcome, String... parts) {
        assertThat(outcome.told())
                .as(outcome.name())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains(parts));
    }

    private static Entry entry(Outcome outcome) {
        return Objects.requireNonNull(
                new Sessions(outcome.store(), new AvroRaceEvents())
                        .state(HaltedSaga.RACE)
                        .entries()
                        .byCar()
                        .get("44"));
    }

    private static int announced(Outcome outcome) {
        return new NoticeBoard(outcome.database()).newest(Long.MAX_VALUE, 10).size();
    }
}
