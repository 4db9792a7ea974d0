package dev.vitalcore.app.bench.projections;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.projection.Generation;
import dev.vitalcore.platform.projection.ProjectionPorts;
import dev.vitalcore.platform.projection.ProjectionRunner;
import dev.vitalcore.platform.projection.ProjectionSettings;
import dev.vitalcore.platform.sql.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/**
 * Appends synthetic events to a real store and measures how a real view of them keeps up. All of it
 * is durable as in daily use; events and view are in one database.
 */
public final class ProjectionBench {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int APPEND = 1_000;
    private static final int FOLLOWED = 100_000;
    private static final int ASKED = 200;
    private static final long LOOK_EVERY_MILLIS = 5;

    private final int events;
    private final Consumer<String> progress;
    private final FlagLoad load = new FlagLoad(1);

    /**
     * @param events that are there before the view is
     */
    public ProjectionBench(int events, Consumer<String> progress) {
        this.events = events;
        this.progress = progress;
    }

    /**
     * @param database empty
     * @param store in the database
     */
    public ProjectionBenchReport measure(Database database, EventStore store)
            throws InterruptedException {
        progress.accept("appending %,d events".formatted(events));
        long end = append(store, events);
        ProjectionPorts ports = new ProjectionPorts(store, database, InstantSource.system());
        try (ProjectionRunner<Flag> board =
                new ProjectionRunner<>(new FlagBoard(), load, ports, ProjectionSettings.DEFAULT)) {
            progress.accept("building the view");
            long began = System.nanoTime();
            board.start();
            board.awaitPosition(end, LIMIT);
            double build = end / secondsSince(began);
            progress.accept("building it anew");
            double rebuild = end / rebuild(board);
            requireWhole(board, end);
            progress.accept("following");
            began = System.nanoTime();
            long last = append(store, FOLLOWED);
            board.awaitPosition(last, LIMIT);
            double following = FOLLOWED / secondsSince(began);
            requireWhole(board, last);
            double visible = median(i -> nanosUntilVisible(board, store)) / 1e6;
            double query = median(i -> nanosOfAQuery(board, i)) / 1e3;
            return new ProjectionBenchReport(events, build, rebuild, following, visible, query);
        }
    }

    private long append(EventStore store, int count) {
        long end = 0;
        for (int appended = 0; appended < count; appended += APPEND) {
            end = load.append(store, Math.min(APPEND, count - appended));
        }
        return end;
    }

    /** Seconds until the new generation is the live one. */
    private static double rebuild(ProjectionRunner<Flag> board) throws InterruptedException {
        int before = liveGeneration(board);
        long began = System.nanoTime();
        board.rebuild();
        while (liveGeneration(board) == before) {
            if (secondsSince(began) > LIMIT.toSeconds()) {
                throw broken("the rebuild did not end: " + board.failure().orElse("no reason"));
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return secondsSince(began);
    }

    private static int liveGeneration(ProjectionRunner<Flag> board) {
        return board.status().live().map(Generation::number).orElse(0);
    }

    private static void requireWhole(ProjectionRunner<Flag> board, long end) {
        long changes = board.query(FlagBoard::changes);
        if (changes != end || !board.parked().isEmpty()) {
            throw broken("the view has " + changes + " of " + end + " events");
        }
    }

    private long nanosUntilVisible(ProjectionRunner<Flag> board, EventStore store) {
        long began = System.nanoTime();
        board.awaitPosition(load.append(store, 1), LIMIT);
        return System.nanoTime() - began;
    }

    private static long nanosOfAQuery(ProjectionRunner<Flag> board, long number) {
        long began = System.nanoTime();
        String session = FlagLoad.session((int) number);
        board.query((connection, tables) -> FlagBoard.flag(connection, tables, session));
        return System.nanoTime() - began;
    }

    private static double median(LongUnaryOperator measuring) {
        long[] nanos = new long[ASKED];
        Arrays.setAll(nanos, measuring::applyAsLong);
        Arrays.sort(nanos);
        return nanos[ASKED / 2];
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static Fault broken(String what) {
        return Fault.internal(
                "bench-view-wrong",
                what,
                "report this as a bug",
                new IllegalStateException("the view is not what its events say"));
    }
}
