package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads when a decision comes into force. */
final class ComingIntoForce {
    /**
     * How far ahead: enough for what is prepared the day before, and for a simulated race that runs
     * faster than the clock. Steps keep their order, so nothing could follow before it.
     */
    private static final Duration AHEAD = Duration.ofHours(24);

    private static final int SHOWN = 40;

    private ComingIntoForce() {}

    /**
     * @param stated in ISO 8601; empty: now
     * @return nanoseconds since the epoch
     * @throws Fault (user) when it is no such moment, or later: a wrong date would keep the session
     *     from all further steps until then
     */
    static long of(Optional<String> stated, Instant now) {
        if (stated.isEmpty()) {
            return EpochNanos.of(now);
        }
        long atNanos = CommandFields.moment("at", stated.get());
        if (atNanos > EpochNanos.of(now.plus(AHEAD))) {
            throw Fault.user(
                    "too-far-ahead",
                    "'at' is "
                            + Text.abbreviate(stated.get(), SHOWN)
                            + ", more than "
                            + AHEAD.toHours()
                            + " h after now ("
                            + now
                            + ")",
                    "give the moment at which it comes into force, or leave it out for now;"
                            + " check the date and this machine's clock");
        }
        return atNanos;
    }
}
