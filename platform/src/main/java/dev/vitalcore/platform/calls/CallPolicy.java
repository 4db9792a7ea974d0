package dev.vitalcore.platform.calls;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What one kind of call may take and what happens without it.
 *
 * @param name in lower case with hyphens, e.g. {@code weather-forecast}
 * @param timeLimit of one attempt, without the wait for a place
 */
public record CallPolicy(
        String name,
        Purpose purpose,
        Duration timeLimit,
        Places places,
        Attempts attempts,
        Breaker breaker,
        Fallback fallback) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public CallPolicy {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a call's name is lower case words with hyphens, not '" + name + "'");
        }
        requirePositive("the time limit", timeLimit);
    }

    /** What a caller waits at most: all attempts, the waits for a place and the pauses between. */
    public Duration longest() {
        Duration waiting = places.patience().plus(timeLimit).multipliedBy(attempts.most());
        return waiting.plus(attempts.longestPause().multipliedBy(attempts.most() - 1L));
    }

    /**
     * For people.
     *
     * @param title what is called, e.g. {@code weather forecast}
     * @param withoutIt what a user has to do without while it cannot be had
     */
    public record Purpose(String title, String withoutIt) {}

    /**
     * How many may be under way, those included that ran out of time and have not ended yet.
     *
     * @param patience how long a call waits for a place before it is refused
     */
    public record Places(int most, Duration patience) {
        public Places {
            requirePositive("places", most);
            if (patience.isNegative()) {
                throw new IllegalArgumentException("the wait for a place is negative: " + patience);
            }
        }
    }

    /**
     * How often it is tried. A pause is the first one doubled each time, at most the longest, and
     * by chance up to half of it shorter or longer, so that callers do not come back together.
     *
     * @param most the first attempt included
     */
    public record Attempts(int most, Duration firstPause, Duration longestPause) {
        public Attempts {
            requirePositive("attempts", most);
            requirePositive("the first pause", firstPause);
            if (longestPause.compareTo(firstPause) < 0) {
                throw new IllegalArgumentException(
                        "the longest pause " + longestPause + " is below the first " + firstPause);
            }
        }

        /** Tried once. */
        public static Attempts one() {
            return new Attempts(1, Duration.ofMillis(1), Duration.ofMillis(1));
        }
    }

    /**
     * When calls are no longer made.
     *
     * @param window the share is that of the last so many attempts
     * @param least no share is taken of fewer
     * @param failedPercent so many of them failed: open
     * @param slow longer counts as slow
     * @param slowPercent so many of them were slow: open
     * @param openFor then so many trial calls are let through
     * @param trials they decide whether it closes again
     */
    public record Breaker(
            int window,
            int least,
            int failedPercent,
            Duration slow,
            int slowPercent,
            Duration openFor,
            int trials) {
        public Breaker {
            requirePositive("the window", window);
            requirePositive("the least number of attempts", least);
            requirePercent("failed", failedPercent);
            requirePercent("slow", slowPercent);
            requirePositive("a slow call", slow);
            requirePositive("the time open", openFor);
            requirePositive("trials", trials);
        }
    }

    /** What is given where the call cannot be had. */
    public enum Fallback {
        /** Nothing: the caller is told, and when to try again. */
        NONE,
        /** The last good value, marked as stale; see {@link LastGood}. */
        LAST_GOOD
    }

    private static void requirePositive(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + value);
        }
    }

    private static void requirePositive(String what, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(what + " must be longer than 0, not " + value);
        }
    }

    private static void requirePercent(String what, int value) {
        if (value < 1 || value > 100) {
            throw new IllegalArgumentException(what + " is a share of 1 to 100 %, not " + value);
        }
    }
}
