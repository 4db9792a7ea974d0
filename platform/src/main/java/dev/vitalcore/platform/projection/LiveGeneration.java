package dev.vitalcore.platform.projection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Which generation is live and how far it has come, as last committed. Any thread may call. */
final class LiveGeneration {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private @Nullable Generation live;

    Optional<Generation> get() {
        lock.lock();
        try {
            return Optional.ofNullable(live);
        } finally {
            lock.unlock();
        }
    }

    void is(Generation generation) {
        lock.lock();
        try {
            live = generation;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it has come to a position within a time. */
    boolean await(long position, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!hasReached(position) && left > 0) {
                left = moved.awaitNanos(left);
            }
            return hasReached(position);
        } finally {
            lock.unlock();
        }
    }

    private boolean hasReached(long position) {
        Generation now = live;
        return now != null && now.position() >= position;
    }
}
