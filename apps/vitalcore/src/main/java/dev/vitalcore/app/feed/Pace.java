package dev.vitalcore.app.feed;

import dev.vitalcore.app.WrongUsage;
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
        private static final double FASTEST = 10_000;

        private final double speed;
        private boolean started;
        private long firstEvent;
        private long startedAt;

        Scaled(double speed) {
            if (!usable(speed)) {
                throw new IllegalArgumentException("speed " + speed + " is not usable");
            }
            this.speed = speed;
        }

        static boolean usable(double speed) {
            return speed > 0 && speed <= FASTEST;
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

    /**
     * The pace that a user asks for.
     *
     * @throws WrongUsage where the text is neither a usable number nor {@code max}
     */
    static Pace parse(String text) {
        if (text.equals("max")) {
            return new Unbounded();
        }
        double speed;
        try {
            speed = Double.parseDouble(text);
        } catch (NumberFormatException notNumber) {
            speed = Double.NaN;
        }
        if (!Scaled.usable(speed)) {
            throw new WrongUsage(
                    "--speed '" + text + "' is not usable",
                    "give a number above 0 and up to 10000, e.g. --speed 10, or max");
        }
        return new Scaled(speed);
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
