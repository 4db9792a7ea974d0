package dev.vitalcore.platform.projection;

import dev.vitalcore.platform.projection.ProjectionSteps.Switched;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds one generation on a thread of its own, switches to it, and drops the one before it when
 * the queries that may see that are done. While a page is brought in, the next is read and decoded
 * on a second thread. What the store or the database does not take now is tried again.
 */
final class GenerationBuilder<E> {
    private static final Logger LOG = LoggerFactory.getLogger(GenerationBuilder.class);
    private static final long LOOK_AGAIN_MILLIS = 200;
    private static final long CLOSING_MILLIS = 10_000;

    private final ProjectionSteps<E> steps;
    private final ProjectionSettings settings;
    private final Following following;
    private final int generation;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private long position;
    private @Nullable Generation replaced;
    private volatile boolean building = true;
    private volatile @Nullable String failure;

    /**
     * What goes on beside.
     *
     * @param turn see {@link LiveFollower}
     */
    record Following(
            LiveGeneration live,
            RunningQueries queries,
            ReentrantLock turn,
            LiveFollower<?> follower) {}

    private GenerationBuilder(
            ProjectionSteps<E> steps,
            ProjectionSettings settings,
            Following following,
            Generation from) {
        this.steps = steps;
        this.settings = settings;
        this.following = following;
        this.generation = from.number();
        this.position = from.position();
        this.thread = new Thread(this::run, "projection-build");
        thread.setDaemon(true);
    }

    static <E> GenerationBuilder<E> start(
            ProjectionSteps<E> steps,
            ProjectionSettings settings,
            Following following,
            Generation from) {
        GenerationBuilder<E> builder = new GenerationBuilder<>(steps, settings, following, from);
        builder.thread.start();
        return builder;
    }

    /** Until it has switched or given up. */
    boolean building() {
        return building && thread.isAlive();
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Stops after the batch in hand; waits for it, at most some seconds. */
    void close() {
        closing.countDown();
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (ExecutorService ahead =
                Executors.newSingleThreadExecutor(task ->
                        Thread.ofPlatform().daemon().name("projection-read").unstarted(task))) {
            until(() -> build(ahead) && finish());
            long lastBefore = following.queries().last();
            until(() -> dropReplaced(lastBefore));
        } catch (InterruptedException e) {
            closing.countDown();
        }
    }

    /** Repeats an attempt until it has succeeded, cannot, or nobody wants it any more. */
    private void until(Attempt attempt) throws InterruptedException {
        while (isOpen()) {
            try {
                if (attempt.succeeds()) {
                    failure = null;
                    return;
                }
            } catch (RuntimeException | Error e) {
                // First, so that who reads of the failure may begin anew.
                building = building && !Poison.isFinal(e);
                failure = "generation " + generation + " is not built: " + Poison.reason(e);
                LOG.atWarn()
                        .setMessage("building a projection failed")
                        .addKeyValue("position", position)
                        .setCause(e)
                        .log();
                if (Poison.isFinal(e)) {
                    closing.countDown();
                    return;
                }
                closing.await(settings.retryPause().toNanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    /** Whether it has come to the end of the store. */
    private boolean build(ExecutorService ahead) throws InterruptedException {
        Page<E> page = steps.read(position, settings.rebuildBatch());
        while (page.full() && isOpen()) {
            long end = page.end();
            Future<Page<E>> next = ahead.submit(() -> steps.read(end, settings.rebuildBatch()));
            write(page);
            page = result(next);
        }
        write(page);
        return isOpen();
    }

    /** The live generation stands still meanwhile, so what is left to read is bounded. */
    private boolean finish() {
        following.turn().lock();
        try {
            Optional<Switched> switched = steps.switchTo(generation);
            while (switched.isEmpty()) {
                if (!isOpen()) {
                    return false;
                }
                write(steps.read(position, settings.rebuildBatch()));
                switched = steps.switchTo(generation);
            }
            replaced = switched.get().replaced().orElse(null);
            building = false;
            following.live().is(switched.get().live());
        } finally {
            following.turn().unlock();
        }
        following.follower().start();
        LOG.atInfo()
                .setMessage("a new generation of a projection is live")
                .addKeyValue("generation", generation)
                .addKeyValue("position", position)
                .log();
        return true;
    }

    private void write(Page<E> page) {
        if (page.end() > position) {
            steps.write(generation, page);
            position = page.end();
        }
    }

    private boolean dropReplaced(long lastQuery) throws InterruptedException {
        Generation before = replaced;
        if (before == null) {
            return true;
        }
        if (!following.queries().awaitDoneUpTo(lastQuery, LOOK_AGAIN_MILLIS)) {
            return false;
        }
        steps.drop(before);
        return true;
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("reading ahead failed", e.getCause());
        }
    }

    @FunctionalInterface
    private interface Attempt {
        boolean succeeds() throws InterruptedException;
    }
}
