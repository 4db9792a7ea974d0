package dev.vitalcore.app.opening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.app.kill.HaltedSaga;
import dev.vitalcore.app.kill.KilledSaga;
import dev.vitalcore.app.kill.KilledSaga.Course;
import dev.vitalcore.app.kill.KilledSaga.Outcome;
import dev.vitalcore.avro.AvroRaceEvents;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.SagaView.Phase;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.domain.Entries.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bringing a car into a session is killed at every point: it takes part, or it is withdrawn. */
class OnboardingKillIT {
    @TempDir private Path folder;

    @Test
    void takesPartWhereverItIsKilled() {
        Course sends =
                new Course(
                        "sends",
                        HaltedSaga::schedule,
                        List.of("true"),
                        OnboardingKillIT::requireTakesPart);

        // The start, three outcomes and the session's own decision: before and after each.
        assertThat(new KilledSaga(folder, HaltedOnboarding.class).everywhere(sends)).isEqualTo(10);
    }

    @Test
    void isWithdrawnWhereverItIsKilled() {
        Course silent =
                new Course(
                        "silent",
                        HaltedSaga::schedule,
                        List.of("false"),
                        OnboardingKillIT::requireWithdrawn);

        // The start, the entry and its outcome, two attempts at the telemetry, of which the second
        // is begun anew, the withdrawal and its outcome, the operator told: before and after each.
        assertThat(new KilledSaga(folder, HaltedOnboarding.class).everywhere(silent)).isEqualTo(18);
    }

    private static void requireTakesPart(Outcome outcome) {
        assertThat(outcome.saga().phase()).as(outcome.name()).isEqualTo(Phase.COMPLETE);
        assertThat(entry(outcome).withdrawn()).as(outcome.name()).isFalse();
        assertThat(entry(outcome).drivers()).containsExactly("Ada", "Bert");
        assertThat(announced(outcome)).as(outcome.name()).isEqualTo(1);
        assertThat(outcome.told()).as(outcome.name()).isEmpty();
    }

    private static void requireWithdrawn(Outcome outcome) {
        assertThat(outcome.saga().phase()).as(outcome.name()).isEqualTo(Phase.UNDONE);
        assertThat(entry(outcome).withdrawn()).as(outcome.name()).isTrue();
        assertThat(announced(outcome)).as(outcome.name()).isZero();
        assertThat(outcome.told())
                .as(outcome.name())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("was undone", "car 44"));
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
