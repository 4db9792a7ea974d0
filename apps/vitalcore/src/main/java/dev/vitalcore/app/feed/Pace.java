package dev.vitalcore.app.feed;

import java.util.concurrent.locks.LockSupport;

/** Ties event time to the clock on the wall. The first event seen is due at once. */
sealed interface Pace {
    /** How long until the event is due, nanoseconds; not positive when it is. */
    long untilDue(long eventNanos);

    /** As fast as it goes. */
    record Unbounded() implements Pace {
        @Override
        public long untilDue(long eventNanos) {
            return 0;
        }
    }

    /** A multiple of real time. */
    final class Scaled implements Pace {
        private final double speed;
        private boolean started;
        private long firstEvent;
        private long startedAt;

        Scaled(double speed) {
            if (!(speed > 0 && speed <= 10_000)) {
                throw new IllegalArgumentException(
                        "speed " + speed + " is not usable: give a number above 0, or max");
            }
            this.speed = speed;
        }

        @Override
        public long untilDue(long eventNanos) {
            long now = System.nanoTime();
            if (!started) {
                started = true;
                firstEvent = eventNanos;
                startedAt = now;
            }
            return startedAt + (long) ((eventNanos - firstEvent) / speed) - now;
        }
    }

    static Pace parse(String text) {
        if (text.equals("max")) {
            return new Unbounded();
        }
        try {
            return new Scaled(Double.parseDouble(text));
        } catch (NumberFormatException notNumber) {
            throw new IllegalArgumentException(
                    "speed '" + text + "' is not usable: give a number above 0, or max", notNumber);
        }
    }

    /** Waits until the event is due. */
    default void await(long eventNanos) {
        long left = untilDue(eventNanos);
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = untilDue(eventNanos);
        }
    }
}
