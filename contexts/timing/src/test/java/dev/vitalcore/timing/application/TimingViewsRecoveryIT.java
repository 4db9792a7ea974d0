package dev.vitalcore.timing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.timing.domain.Revision;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** The views after a stop, after a failure and after a loss hold what the log holds. */
class TimingViewsRecoveryIT extends TimingViewsFixture {
    @Test
    void goesOnWhereItLeftOffAndChangesNothingByWhatComesAgain() {
        EntryId car = car("7");
        publish(lap(car, 1, 1, 100));
        awaitCaughtUp();
        views.close();
        publish(lap(car, 1, 2, 101), lap(car, 1, 1, 100));

        Queue<TimingEvent> told = new ConcurrentLinkedQueue<>();
        views = new TimingViews(database, codec);
        views.listen(told::addAll);
        views.start(log);
        awaitCaughtUp();

        assertThat(views.laps(car)).extracting(LapCompleted::number).containsExactly(1, 2);
        assertThat(told).containsExactly(lap(car, 1, 2, 101));
    }

    /** The whole batch is rolled back, its offsets too, and comes again. */
    @Test
    void keepsABatchOnceThatFailedBeforeItWasCommitted() {
        EntryId car = car("7");
        views.close();
        publish(lap(car, 1, 1, 100), lap(car, 2, 1, 99));
        FailingDatabase failing = new FailingDatabase(database);
        Queue<TimingEvent> told = new ConcurrentLinkedQueue<>();
        views = new TimingViews(failing, codec);
        views.listen(told::addAll);

        failing.failWrites(true);
        views.start(log);
        await().atMost(SOON).until(() -> views.failure().isPresent());
        assertThat(views.laps(car)).isEmpty();
        assertThat(told).isEmpty();
        failing.failWrites(false);
        awaitCaughtUp();

        assertThat(views.laps(car)).containsExactly(lap(car, 2, 1, 99));
        assertThat(told).containsExactly(lap(car, 1, 1, 100), lap(car, 2, 1, 99));
        await().atMost(SOON).until(() -> views.failure().isEmpty());
    }

    @Test
    void isMadeAnewFromTheLogInAnEmptyDatabase() {
        EntryId car = car("7");
        publish(lap(car, 1, 1, 100), lap(car, 2, 1, 99));
        views.close();

        try (Database empty = SqliteDatabase.open(directory.resolve("new.db"));
                TimingViews anew = new TimingViews(empty, codec)) {
            anew.start(log);

            await().atMost(SOON).until(() -> caughtUp(empty));
            assertThat(anew.laps(car)).containsExactly(lap(car, 2, 1, 99));
        }
    }

    @Test
    void forgetsWhatOnlyLostRecordsSaid() {
        EntryId car = car("7");
        publish(lap(car, 1, 1, 100));
        awaitCaughtUp();
        views.close();
        database.write(connection -> {
            List<Revision> lost =
                    List.of(
                            Revision.holding(lap(car, 9, 1, 42), 1),
                            Revision.holding(lap(car, 1, 2, 43), 1));
            return new FactTable(codec).keep(connection, lost);
        });
        database.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement(
                            "UPDATE timing_offset SET next_offset = next_offset + 2")) {
                return update.executeUpdate();
            }
        });

        views = new TimingViews(database, codec);
        views.goBackToTheEndOf(log);
        views.start(log);
        awaitCaughtUp();

        assertThat(views.laps(car)).containsExactly(lap(car, 1, 1, 100));
    }

    @Test
    void keepsEverythingWhereTheLogIsWhole() {
        EntryId car = car("7");
        publish(lap(car, 1, 1, 100));
        awaitCaughtUp();

        views.goBackToTheEndOf(log);

        assertThat(views.laps(car)).containsExactly(lap(car, 1, 1, 100));
    }

    @Test
    void passesOverARecordThatCannotBeRead() {
        EntryId car = car("7");
        log.append(Topics.TIMING_EVENTS, car.toString(), new byte[] {9, 9})
                .toCompletableFuture()
                .join();
        publish(lap(car, 1, 1, 100));
        awaitCaughtUp();

        assertThat(views.laps(car)).hasSize(1);
        assertThat(views.failure()).isEmpty();
    }
}
