package dev.vitalcore.sql.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.outbox.Inbox.Verdict;
import dev.vitalcore.platform.outbox.SimulatedConsumer;
import dev.vitalcore.platform.projection.ProjectionSimulation;
import dev.vitalcore.platform.saga.SagaSimulation;
import dev.vitalcore.platform.saga.SagaSimulation.Beside;
import dev.vitalcore.platform.saga.SagaSimulation.Summary;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole core in one schedule: sagas on runners that crash, a view of their events that is
 * followed, built anew, broken and mended while they run, and a consumer behind an outbox, with
 * every process ending at any commit and a clock that jumps. A failure is its seed: {@code
 * -Dvitalcore.core.seed=N -Dvitalcore.core.schedules=1}.
 */
class CoreSimulationTest {
    private static final long FIRST_SEED = Long.getLong("vitalcore.core.seed", 20_261_127L);
    private static final int SCHEDULES = Integer.getInteger("vitalcore.core.schedules", 10_000);

    private static final int THREADS = 2;

    /** So many schedules must be enough to find what is wrong on purpose. */
    private static final int FAKE_SCHEDULES = 50;

    private final AtomicInteger viewDeaths = new AtomicInteger();
    private final AtomicInteger consumerDeaths = new AtomicInteger();
    private final AtomicLong events = new AtomicLong();
    private final AtomicInteger sagas = new AtomicInteger();

    @Test
    void holdsItsRulesInEverySchedule() {
        List<CompletableFuture<Void>> threads =
                IntStream.range(0, THREADS)
                        .mapToObj(thread -> CompletableFuture.runAsync(() -> runEach(thread)))
                        .toList();
        threads.forEach(CompletableFuture::join);

        assertThat(sagas.get()).isGreaterThanOrEqualTo(SCHEDULES);
        if (SCHEDULES >= 1_000) {
            assertThat(viewDeaths.get()).isGreaterThan(SCHEDULES / 4);
            assertThat(consumerDeaths.get()).isGreaterThan(SCHEDULES / 4);
        }
        System.out.printf(
                "%d schedules from seed %d: %d events of %d sagas; the view's process ended %d times,"
                        + " the consumer's %d times%n",
                SCHEDULES,
                FIRST_SEED,
                events.get(),
                sagas.get(),
                viewDeaths.get(),
                consumerDeaths.get());
    }

    @ParameterizedTest
    @EnumSource(names = {"SEEN", "EARLY"})
    void noticesAConsumerThatTakesWhatItIsToPassBy(Verdict verdict) {
        try (SqliteInMemory database = new SqliteInMemory()) {
            assertThatThrownBy(
                            () -> {
                                for (long seed = FIRST_SEED;
                                        seed < FIRST_SEED + FAKE_SCHEDULES;
                                        seed++) {
                                    database.clear();
                                    new SagaSimulation(seed)
                                            .with(heedless(seed, database, verdict))
                                            .run();
                                }
                            })
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("the next of saga/");
        }
    }

    private static Function<EventStore, Beside> heedless(
            long seed, SqliteInMemory database, Verdict verdict) {
        return store -> {
            SimulatedConsumer consumer = SimulatedConsumer.heedless(seed, database, store, verdict);
            return new Beside() {
                @Override
                public void step() {
                    consumer.step();
                }

                @Override
                public void end() {
                    consumer.end();
                }
            };
        };
    }

    private void runEach(int thread) {
        try (SqliteInMemory database = new SqliteInMemory()) {
            for (int schedule = thread; schedule < SCHEDULES; schedule += THREADS) {
                Summary summary = run(FIRST_SEED + schedule, database);
                events.addAndGet(summary.events());
                sagas.addAndGet(summary.complete() + summary.undone());
            }
        }
    }

    private Summary run(long seed, SqliteInMemory database) {
        try {
            database.clear();
            return new SagaSimulation(seed).with(store -> new Readers(seed, database, store)).run();
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
        }
    }

    /** A view and a consumer. */
    private final class Readers implements Beside {
        private final ProjectionSimulation view;
        private final SimulatedConsumer consumer;

        Readers(long seed, SqliteInMemory database, EventStore store) {
            view = ProjectionSimulation.following(seed, database, store, "saga");
            consumer = new SimulatedConsumer(seed, database, store);
            view.begin();
        }

        @Override
        public void step() {
            view.step();
            consumer.step();
        }

        @Override
        public void end() {
            view.end();
            consumer.end();
            viewDeaths.addAndGet(view.deaths());
            consumerDeaths.addAndGet(consumer.deaths());
        }
    }
}
