package dev.vitalcore.sql;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.sql.Database.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * At most so many connections for one kind of transaction. They are opened when they are needed;
 * who finds none free waits, in the order of coming, and is refused after a while. A connection
 * whose transaction failed is closed rather than used again, so nobody has to think about its
 * state; the next one opens another.
 */
final class PostgresConnections {
    private static final int WAIT_SECONDS = 20;

    /** A connection that has rested for longer is tried before it is used. */
    private static final long TRUSTED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int TRY_SECONDS = 2;

    private final PostgresSessions sessions;
    private final String begin;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /**
     * @param begin begins the transactions
     */
    PostgresConnections(PostgresSessions sessions, String begin, int most) {
        this.sessions = sessions;
        this.begin = begin;
        this.free = new Semaphore(most, true);
    }

    <T extends @Nullable Object> T run(Work<T> work) {
        acquire();
        try {
            requireOpen();
            return runOn(take(), work);
        } finally {
            free.release();
        }
    }

    /** Later calls are refused; what runs ends first and closes its connection itself. */
    void close() {
        closed = true;
        closeIdle();
    }

    private <T extends @Nullable Object> T runOn(Connection connection, Work<T> work) {
        long losses = sessions.losses();
        boolean whole = false;
        try {
            T result = Transactions.run(connection, begin, work);
            whole = true;
            return result;
        } catch (SQLException e) {
            if (PostgresFaults.isLoss(e)) {
                sessions.lost();
            }
            throw PostgresFaults.of(e, sessions.where());
        } finally {
            if (whole) {
                idle.push(new Idle(connection, System.nanoTime(), losses));
            } else {
                closeQuietly(connection);
            }
            if (closed) {
                closeIdle();
            }
        }
    }

    private Connection take() {
        Idle rested = idle.poll();
        while (rested != null) {
            if (isUsable(rested)) {
                return rested.connection();
            }
            closeQuietly(rested.connection());
            rested = idle.poll();
        }
        return sessions.open();
    }

    private boolean isUsable(Idle rested) {
        if (rested.losses() != sessions.losses()) {
            return false;
        }
        try {
            return System.nanoTime() - rested.sinceNanos() < TRUSTED_NANOS
                    || rested.connection().isValid(TRY_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private void acquire() {
        requireOpen();
        try {
            if (!free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Fault.unavailable(
                        "sql-connections-busy",
                        "no connection to %s became free within %d s"
                                .formatted(sessions.where(), WAIT_SECONDS),
                        "try again; look for transactions that never end or that nest");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable(
                    "sql-interrupted",
                    "interrupted while waiting for a connection to " + sessions.where(),
                    "try again",
                    e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw Fault.unavailable(
                    "sql-closed",
                    "the connection to " + sessions.where() + " is closed",
                    "start the platform again");
        }
    }

    private void closeIdle() {
        Idle rested = idle.poll();
        while (rested != null) {
            closeQuietly(rested.connection());
            rested = idle.poll();
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is given up either way; the server ends what it held.
        }
    }

    private record Idle(Connection connection, long sinceNanos, long losses) {}
}
