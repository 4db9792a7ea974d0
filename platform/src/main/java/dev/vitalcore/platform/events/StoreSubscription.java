package dev.vitalcore.platform.events;

import dev.vitalcore.platform.events.EventStore.Handler;
import dev.vitalcore.platform.log.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a store page by page on a thread of its own. It is woken by appends of this process, and
 * looks for those of others every so often.
 */
public final class StoreSubscription implements Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(StoreSubscription.class);
    private static final int PAGE = 2_000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);
    private static final long CLOSING_MILLIS = 10_000;

    private final EventStore store;
    private final Appends appends;
    private final Handler handler;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile long position;
    private volatile @Nullable String failure;

    private StoreSubscription(
            EventStore store, Appends appends, long afterPosition, Handler handler) {
        this.store = store;
        this.appends = appends;
        this.position = afterPosition;
        this.handler = handler;
        this.thread = new Thread(this::run, "event-reader");
        thread.setDaemon(true);
    }

    public static StoreSubscription start(
            EventStore store, Appends appends, long afterPosition, Handler handler) {
        StoreSubscription subscription =
                new StoreSubscription(store, appends, afterPosition, handler);
        subscription.thread.start();
        return subscription;
    }

    @Override
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Asks the store. */
    @Override
    public long lag() {
        return Math.max(0, store.end() - position);
    }

    @Override
    public void close() {
        closing.countDown();
        if (Thread.currentThread() == thread) {
            return; // a handler that ends its own reading must not wait for itself
        }
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (isOpen()) {
            try {
                readOnce();
                failure = null;
            } catch (InterruptedException e) {
                closing.countDown();
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void readOnce() throws InterruptedException {
        long seen = appends.count();
        List<RecordedEvent> events = store.readAll(position, PAGE);
        if (events.isEmpty()) {
            appends.awaitMoreThan(seen, LOOK_AGAIN);
            return;
        }
        handler.handle(events);
        position = events.getLast().position();
    }

    private void failed(RuntimeException e) {
        if (!isOpen()) {
            return;
        }
        String told =
                "events after position "
                        + position
                        + " could not be handled: "
                        + (e.getMessage() == null ? e.toString() : e.getMessage());
        if (!told.equals(failure)) { // else a store that is away would fill the log
            LOG.atWarn()
                    .setMessage("reading the event store failed, it is tried again")
                    .addKeyValue("position", position)
                    .setCause(e)
                    .log();
        }
        failure = told;
        try {
            closing.await(RETRY_PAUSE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            closing.countDown();
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0 && !appends.ended();
    }
}
