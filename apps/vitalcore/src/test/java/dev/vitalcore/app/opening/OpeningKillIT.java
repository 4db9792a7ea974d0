package dev.vitalcore.app.opening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.app.kill.HaltedSaga;
import dev.vitalcore.app.kill.KilledSaga;
import dev.vitalcore.app.kill.KilledSaga.Course;
import dev.vitalcore.app.kill.KilledSaga.Outcome;
import dev.vitalcore.avro.AvroRaceEvents;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.SagaView.Phase;
import dev.vitalcore.racecontrol.application.SessionOpening;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.application.StorageReservations;
import dev.vitalcore.racecontrol.domain.Phase.Open;
import dev.vitalcore.racecontrol.domain.Phase.Unscheduled;
import dev.vitalcore.telemetry.application.ExpectedSessions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The opening of a session is killed at every point between two durable steps, of actions and of
 * compensations, and started again: it ends complete or undone, never between.
 */
class OpeningKillIT {
    @TempDir private Path folder;

    @Test
    void opensWhereverItIsKilled() {
        Course opens =
                new Course("opens", HaltedSaga::schedule, List.of(), OpeningKillIT::requireOpen);

        // The start, the saga's five outcomes and the session's own decision: before and after
        // each.
        assertThat(new KilledSaga(folder, HaltedOpening.class).everywhere(opens)).isEqualTo(14);
    }

    /** A session that was not scheduled cannot be opened. */
    @Test
    void undoesWhereverItIsKilled() {
        Course undone = new Course("undone", store -> {}, List.of(), OpeningKillIT::requireUndone);

        // The start, four outcomes, four compensations, the operator told: before and after each.
        assertThat(new KilledSaga(folder, HaltedOpening.class).everywhere(undone)).isEqualTo(20);
    }

    private static void requireOpen(Outcome outcome) {
        assertThat(
                        new Sessions(outcome.store(), new AvroRaceEvents())
                                .state(HaltedSaga.RACE)
                                .phase())
                .as(outcome.name())
                .isInstanceOf(Open.class);
        assertThat(outcome.saga().saga().plan()).isEqualTo(SessionOpening.PLAN);
        assertThat(outcome.saga().phase()).as(outcome.name()).isEqualTo(Phase.COMPLETE);
        assertThat(isHeld(outcome)).as(outcome.name()).isTrue();
        assertThat(expected(outcome)).as(outcome.name()).isEqualTo(1);
        assertThat(announced(outcome)).as(outcome.name()).isEqualTo(1);
        assertThat(outcome.told()).as(outcome.name()).isEmpty();
    }

    private static void requireUndone(Outcome outcome) {
        assertThat(
                        new Sessions(outcome.store(), new AvroRaceEvents())
                                .state(HaltedSaga.RACE)
                                .phase())
                .as(outcome.name())
                .isInstanceOf(Unscheduled.class);
        assertThat(outcome.saga().phase()).as(outcome.name()).isEqualTo(Phase.UNDONE);
        assertThat(isHeld(outcome)).as(outcome.name()).isFalse();
        assertThat(expected(outcome)).as(outcome.name()).isZero();
        assertThat(announced(outcome)).as(outcome.name()).isZero();
        assertThat(outcome.told())
                .as(outcome.name())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("was undone", "open-session"));
    }

    private static boolean isHeld(Outcome outcome) {
        return new StorageReservations(outcome.database())
                .isHeld(outcome.saga().saga() + "/reserve-storage");
    }

    private static int expected(Outcome outcome) {
        return new ExpectedSessions(outcome.database(), () -> true).newest(10).size();
    }

    private static int announced(Outcome outcome) {
        return new NoticeBoard(outcome.database()).newest(Long.MAX_VALUE, 10).size();
    }
}
