package dev.vitalcore.resilience;

import dev.vitalcore.platform.calls.GuardedCalls.Work;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One run of the work on a virtual thread. */
final class Attempt<T extends @Nullable Object> {
    private final FutureTask<T> task;

    private Attempt(Work<T> work) {
        this.task = new FutureTask<>(work::run);
    }

    /**
     * @param atEnd runs when the work has ended, however long after it was given up
     */
    static <T extends @Nullable Object> Attempt<T> start(
            String name, Work<T> work, Runnable atEnd) {
        Attempt<T> attempt = new Attempt<>(work);
        Thread.ofVirtual()
                .name("call-" + name)
                .start(() -> {
                    try {
                        attempt.task.run();
                    } finally {
                        atEnd.run();
                    }
                });
        return attempt;
    }

    /**
     * What came of it; work that has not ended in time, or whose caller is stopped, is interrupted.
     */
    T await(Duration limit) throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | InterruptedException givenUp) {
            task.cancel(true);
            throw givenUp;
        }
    }
}
