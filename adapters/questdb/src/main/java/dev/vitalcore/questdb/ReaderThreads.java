package dev.vitalcore.questdb;

import dev.vitalcore.kernel.Fault;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * The few threads on which queries run while the caller waits: the engine keeps native memory a
 * thread, and callers are virtual threads that come and go.
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

    <T> T call(Callable<T> query) {
        try {
            Future<T> answer = threads.submit(query);
            return waitFor(answer);
        } catch (RejectedExecutionException e) {
            throw QuestDbFaults.closed(directory);
        }
    }

    /** Lets the queries that run come to their end. */
    @Override
    public void close() {
        threads.close();
    }

    private <T> T waitFor(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(false);
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
}
