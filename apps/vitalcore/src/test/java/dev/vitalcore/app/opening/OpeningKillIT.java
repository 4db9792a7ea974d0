package dev.vitalcore.app.opening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.app.kill.HaltingStore;
import dev.vitalcore.app.kill.JavaProcess;
import dev.vitalcore.app.kill.JavaProcess.Ended;
import dev.vitalcore.avro.AvroRaceEvents;
import dev.vitalcore.avro.AvroSagaEvents;
import dev.vitalcore.platform.events.ChainAudit;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.SagaId;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.SagaView.Phase;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.racecontrol.application.SessionOpening;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.racecontrol.application.StorageReservations;
import dev.vitalcore.racecontrol.domain.Phase.Open;
import dev.vitalcore.racecontrol.domain.Phase.Unscheduled;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import dev.vitalcore.telemetry.application.ExpectedSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The opening of a session is killed at every point between two durable steps, of actions and of
 * compensations, and started again: it ends complete or undone, never between.
 */
class OpeningKillIT {
    private static final Pattern POINTS = Pattern.compile("points ([0-9]+)");

    @TempDir private Path folder;

    @Test
    void opensWhereverItIsKilled() throws IOException {
        int points = points("calm", true);
        // The start, the saga's five outcomes and the session's own decision: before and after
        // each.
        assertThat(points).isEqualTo(14);

        for (int point = 0; point < points; point++) {
            String name = "opens-" + point;
            prepare(name, true);
            killAndGoOn(name, point);
            requireOpen(name);
        }
    }

    @Test
    void undoesWhereverItIsKilled() throws IOException {
        int points = points("refused", false);
        // The start, four outcomes, four compensations, the operator told: before and after each.
        assertThat(points).isEqualTo(20);

        for (int point = 0; point < points; point++) {
            String name = "undone-" + point;
            prepare(name, false);
            killAndGoOn(name, point);
            requireUndone(name);
        }
    }

    /** Of a run that is left alone. */
    private int points(String name, boolean scheduled) throws IOException {
        prepare(name, scheduled);
        Ended calm = run(name, -1);
        assertThat(calm.code()).as(calm.output()).isZero();
        if (scheduled) {
            requireOpen(name);
        } else {
            requireUndone(name);
        }
        Matcher matcher = POINTS.matcher(calm.output());
        assertThat(matcher.find()).as(calm.output()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private void killAndGoOn(String name, int point) {
        Ended killed = run(name, point);
        assertThat(killed.code()).as(name + ": " + killed.output()).isEqualTo(HaltingStore.KILLED);
        Ended again = run(name, -1);
        assertThat(again.code()).as(name + ": " + again.output()).isZero();
    }

    private Ended run(String name, int haltAt) {
        return JavaProcess.run(
                folder.resolve("out.txt"),
                HaltedOpening.class,
                database(name).toString(),
                Integer.toString(haltAt),
                notices(name).toString());
    }

    private void prepare(String name, boolean scheduled) {
        if (scheduled) {
            withStore(name, (database, store) -> HaltedOpening.schedule(store));
        }
    }

    private void requireOpen(String name) throws IOException {
        withStore(
                name,
                (database, store) -> {
                    assertThat(
                                    new Sessions(store, new AvroRaceEvents())
                                            .state(HaltedOpening.RACE)
                                            .phase())
                            .as(name)
                            .isInstanceOf(Open.class);
                    SagaView saga = saga(store);
                    assertThat(saga.phase()).as(name).isEqualTo(Phase.COMPLETE);
                    assertThat(isHeld(database, saga)).as(name).isTrue();
                    assertThat(expected(database)).as(name).isEqualTo(1);
                    assertThat(announced(database)).as(name).isEqualTo(1);
                });
        assertThat(told(name)).as(name).isEmpty();
    }

    private void requireUndone(String name) throws IOException {
        withStore(
                name,
                (database, store) -> {
                    assertThat(
                                    new Sessions(store, new AvroRaceEvents())
                                            .state(HaltedOpening.RACE)
                                            .phase())
                            .as(name)
                            .isInstanceOf(Unscheduled.class);
                    SagaView saga = saga(store);
                    assertThat(saga.phase()).as(name).isEqualTo(Phase.UNDONE);
                    assertThat(isHeld(database, saga)).as(name).isFalse();
                    assertThat(expected(database)).as(name).isZero();
                    assertThat(announced(database)).as(name).isZero();
                });
        assertThat(told(name))
                .as(name)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("was undone", "open-session"));
    }

    private static boolean isHeld(SqliteDatabase database, SagaView saga) {
        return new StorageReservations(database).isHeld(saga.saga() + "/reserve-storage");
    }

    private static int expected(SqliteDatabase database) {
        return new ExpectedSessions(database, () -> true).newest(10).size();
    }

    private static int announced(SqliteDatabase database) {
        return new NoticeBoard(database).newest(Long.MAX_VALUE, 10).size();
    }

    private static SagaView saga(SqlEventStore store) {
        assertThat(ChainAudit.of(store, Optional.empty()).findings()).isEmpty();
        List<SagaId> sagas =
                store.heads("saga/", 10).stream()
                        .filter(head -> head.stream().category().equals("saga"))
                        .map(head -> SagaId.parse(head.stream().id()))
                        .toList();
        assertThat(sagas)
                .singleElement()
                .satisfies(id -> assertThat(id.plan()).isEqualTo(SessionOpening.PLAN));
        return Sagas.look(store, new AvroSagaEvents(), sagas.getFirst()).orElseThrow();
    }

    private List<String> told(String name) throws IOException {
        return Files.exists(notices(name)) ? Files.readAllLines(notices(name)) : List.of();
    }

    private void withStore(String name, Look look) {
        try (SqliteDatabase database = SqliteDatabase.open(database(name));
                SqlEventStore store = new SqlEventStore(database, InstantSource.system())) {
            look.at(database, store);
        }
    }

    private Path database(String name) {
        return folder.resolve(name + ".db");
    }

    private Path notices(String name) {
        return folder.resolve(name + ".notices");
    }

    /** What is looked at when no process works on it. */
    private interface Look {
        void at(SqliteDatabase database, SqlEventStore store);
    }
}
