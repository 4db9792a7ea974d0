package dev.vitalcore.platform.projection;

import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who is asking the view, so that tables are dropped only when nobody can hold them any more. Any
 * thread may call.
 */
final class RunningQueries {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private final TreeSet<Long> running = new TreeSet<>();
    private long last;

    /** To be called before the snapshot is taken. */
    long enter() {
        lock.lock();
        try {
            running.add(++last);
            return last;
        } finally {
            lock.unlock();
        }
    }

    void leave(long ticket) {
        lock.lock();
        try {
            running.remove(ticket);
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The ticket of the query that began last. */
    long last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** Whether all up to a ticket are done within a time; others may run. */
    boolean awaitDoneUpTo(long ticket, long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!running.isEmpty() && running.first() <= ticket && left > 0) {
                left = this.left.awaitNanos(left);
            }
            return running.isEmpty() || running.first() > ticket;
        } finally {
            lock.unlock();
        }
    }
}
