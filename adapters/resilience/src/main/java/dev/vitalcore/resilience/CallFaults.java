package dev.vitalcore.resilience;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.platform.calls.CallPolicy;
import dev.vitalcore.platform.calls.CallState;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.calls.TryLater;
import java.time.Duration;
import java.time.Instant;

/** What a caller is told of a call that cannot be had. */
final class CallFaults {
    private static final int SHOWN = 300;
    private static final Duration BUSY_WAIT = Duration.ofSeconds(1);

    private final CallPolicy policy;

    CallFaults(CallPolicy policy) {
        this.policy = policy;
    }

    /** A failure in one line. */
    static String reason(Throwable failure) {
        String message = failure.getMessage();
        return Text.abbreviate(
                message == null || message.isBlank() ? failure.getClass().getSimpleName() : message,
                SHOWN);
    }

    String limitReached() {
        return "no answer within " + seconds(policy.timeLimit()) + " s";
    }

    Fault open(Circuit circuit, Instant now) {
        Duration wait =
                circuit.nextTry()
                        .map(next -> Duration.between(now, next))
                        .filter(Duration::isPositive)
                        .orElse(BUSY_WAIT);
        String last =
                circuit.lastFailure()
                        .map(CallState.LastFailure::reason)
                        .map(reason -> "; the last failure: " + reason)
                        .orElse("; it was too slow");
        return Fault.unavailable(
                        "call-open",
                        title() + " failed too often and is not called now" + last,
                        "it is tried again by itself in " + seconds(wait) + " s")
                .retryAfter(wait);
    }

    Fault busy() {
        return Fault.unavailable(
                        "call-busy",
                        title()
                                + " is being called "
                                + policy.places().most()
                                + " times already, as often as is allowed at a time",
                        "try again in a second")
                .retryAfter(BUSY_WAIT);
    }

    Fault timedOut(Throwable cause) {
        return Fault.unavailable(
                "call-timed-out",
                title() + " gave " + limitReached(),
                "try again later; GET /api/v1/calls shows how it fares",
                cause);
    }

    Fault told(TryLater told) {
        return Fault.unavailable(
                        "call-failed",
                        title() + " cannot be had: " + reason(told),
                        "it is tried again by itself in " + seconds(told.after()) + " s",
                        told)
                .retryAfter(told.after());
    }

    Fault failed(Throwable cause) {
        return Fault.unavailable(
                "call-failed",
                title() + " cannot be had: " + reason(cause),
                "try again later; GET /api/v1/calls shows how it fares",
                cause);
    }

    Fault stopped() {
        return Fault.unavailable(
                GuardedCalls.STOPPED,
                "the call of " + title() + " was interrupted",
                "try again; the platform is being stopped, or the caller gave up");
    }

    private String title() {
        return "the " + policy.purpose().title();
    }

    private static String seconds(Duration length) {
        long tenths = Math.max(1, Math.ceilDiv(length.toMillis(), 100));
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }
}
