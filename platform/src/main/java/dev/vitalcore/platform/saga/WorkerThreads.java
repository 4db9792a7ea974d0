package dev.vitalcore.platform.saga;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attempts have a bounded number of threads and wait for one; each saga has one attempt at most, so
 * the bound on sagas is that on the queue. Time-outs have a thread of their own, so that they come
 * while all workers are busy.
 */
final class WorkerThreads implements Workers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerThreads.class);
    private static final long CLOSING_SECONDS = 10;

    private final ExecutorService workers;
    private final ScheduledThreadPoolExecutor alarms;

    WorkerThreads(int count) {
        workers = Executors.newFixedThreadPool(count, threads("saga-worker-"));
        alarms = new ScheduledThreadPoolExecutor(1, threads("saga-alarm-"));
        alarms.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void execute(Runnable task) {
        workers.execute(logged(task));
    }

    @Override
    public Stoppable call(Supplier<StepOutcome> work, Consumer<StepOutcome> then) {
        Call call = new Call(work);
        workers.execute(logged(() -> then.accept(call.outcome())));
        return call;
    }

    @Override
    public Stoppable after(long nanos, Runnable task) {
        ScheduledFuture<?> alarm = alarms.schedule(logged(task), nanos, TimeUnit.NANOSECONDS);
        return () -> alarm.cancel(false);
    }

    @Override
    public long elapsedNanos() {
        return System.nanoTime();
    }

    /** Interrupts what is under way and waits for it, at most ten seconds. */
    @Override
    public void close() {
        alarms.shutdownNow();
        workers.shutdownNow();
        try {
            if (!workers.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.atWarn().log("an attempt at a step of a saga does not heed its interruption");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A bug must not end an alarm or a worker unseen. */
    private static Runnable logged(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error bug) {
                LOG.atError().setCause(bug).log("a saga was left where it is until the next start");
                throw bug;
            }
        };
    }

    private static ThreadFactory threads(String prefix) {
        return Thread.ofPlatform().daemon().name(prefix, 1).factory();
    }

    /** An attempt; one that is stopped before it begins is not made. */
    private static final class Call implements Stoppable {
        private final Supplier<StepOutcome> work;
        private @Nullable Thread thread;
        private boolean stopped;

        Call(Supplier<StepOutcome> work) {
            this.work = work;
        }

        StepOutcome outcome() {
            if (!begins()) {
                return new StepOutcome.Failed("stopped before it began", false);
            }
            try {
                return work.get();
            } finally {
                ends();
            }
        }

        @Override
        public synchronized void stop() {
            stopped = true;
            if (thread != null) {
                thread.interrupt();
            }
        }

        private synchronized boolean begins() {
            thread = stopped ? null : Thread.currentThread();
            return !stopped;
        }

        /** The interruption was meant for the work alone. */
        private synchronized void ends() {
            thread = null;
            if (stopped) {
                Thread.interrupted();
            }
        }
    }
}
