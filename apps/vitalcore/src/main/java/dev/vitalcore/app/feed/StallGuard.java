package dev.vitalcore.app.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer, whose reads end with a {@link HttpTimeoutException} when nothing comes for
 * too long: the time limit of a request ends with its head. Read by one thread.
 */
final class StallGuard extends FilterInputStream {
    private final long limitNanos;
    private final ScheduledThreadPoolExecutor alarm =
            new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().factory());
    private volatile boolean stalled;

    StallGuard(InputStream body, Duration limit) {
        super(body);
        this.limitNanos = limit.toNanos();
        // A fast body is read many thousand times within the limit.
        alarm.setRemoveOnCancelPolicy(true);
    }

    /** Alarms that are set: one while it reads, else none. */
    int alarms() {
        return alarm.getQueue().size();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        ScheduledFuture<?> due = alarm.schedule(this::giveUp, limitNanos, TimeUnit.NANOSECONDS);
        try {
            int read = in.read(bytes, offset, length);
            if (!stalled) {
                return read;
            }
        } catch (IOException broken) {
            if (!stalled) {
                throw broken;
            }
        } finally {
            due.cancel(false);
        }
        throw new HttpTimeoutException("nothing came any more");
    }

    @Override
    public void close() throws IOException {
        alarm.shutdownNow();
        super.close();
    }

    /** Closing lets the read that waits return. */
    private void giveUp() {
        stalled = true;
        try {
            in.close();
        } catch (IOException broken) {
            // What is given up need not end well; the reader tells why it ended.
        }
    }
}
