package dev.vitalcore.questdb;

import dev.vitalcore.kernel.Fault;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/**
 * The few threads on which queries run while the caller waits: the engine keeps native memory a
 * thread, and callers are virtual threads that come and go. A caller that is interrupted gives its
 * query up and waits for its end, so that nothing runs on behind the back of who counts them; the
 * engine's own threads are never interrupted.
 */
final class ReaderThreads implements AutoCloseable {
    private static final int COUNT = 4;

    private final Path directory;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    COUNT, Thread.ofPlatform().name("questdb-read-", 0).daemon().factory());

    ReaderThreads(Path directory) {
        this.directory = directory;
    }

    /** Looks now and then whether it was given up, and ends then by any exception. */
    @FunctionalInterface
    interface Query<T> {
        T run(BooleanSupplier givenUp);
    }

    <T> T call(Query<T> query) {
        Running<T> running = new Running<>(query);
        try {
            threads.execute(running);
        } catch (RejectedExecutionException e) {
            throw QuestDbFaults.closed(directory);
        }
        return waitFor(running);
    }

    /** Lets the queries that run come to their end. */
    @Override
    public void close() {
        threads.close();
    }

    private <T> T waitFor(Running<T> running) {
        try {
            return running.answer.get();
        } catch (InterruptedException e) {
            running.givenUp = true;
            running.answer.handle((answer, failure) -> "ended").join();
            Thread.currentThread().interrupt();
            throw Fault.unavailable(
                    "series-interrupted",
                    "interrupted while reading time series in " + directory,
                    "try again",
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Fault fault) {
                throw fault;
            }
            throw QuestDbFaults.of(e.getCause() == null ? e : e.getCause(), directory);
        }
    }

    private static final class Running<T> implements Runnable {
        private final Query<T> query;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private volatile boolean givenUp;

        Running(Query<T> query) {
            this.query = query;
        }

        @Override
        public void run() {
            try {
                answer.complete(query.run(() -> givenUp));
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        }
    }
}
