package dev.vitalcore.gateway.json;

import dev.vitalcore.platform.calls.CallPolicy;
import dev.vitalcore.platform.calls.CallState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of guarded call fares.
 *
 * @param call its name
 * @param withoutIt what a user has to do without while it cannot be had
 * @param state closed (all is well), open (not called now) or half_open (the next call is a trial)
 * @param since when it came into that state
 * @param failedPercent of the last attempts; null while there are too few
 * @param underWay attempts that have not ended
 * @param nextTry of an open one
 */
public record CallJson(
        String call,
        String title,
        String withoutIt,
        String state,
        String since,
        @Nullable String nextTry,
        @Nullable Double failedPercent,
        int underWay,
        int places,
        double timeLimitS,
        double longestS,
        String fallback,
        Counts attempts,
        @Nullable LastFailure lastFailure) {
    private static final double NANOS = 1e9;

    public static CallJson of(CallState state) {
        CallPolicy policy = state.policy();
        return new CallJson(
                policy.name(),
                policy.purpose().title(),
                policy.purpose().withoutIt(),
                Words.of(state.circuit()),
                state.since().toString(),
                state.nextTry().map(Instant::toString).orElse(null),
                state.failedPercent().isPresent() ? state.failedPercent().getAsDouble() : null,
                state.underWay(),
                policy.places().most(),
                policy.timeLimit().toNanos() / NANOS,
                policy.longest().toNanos() / NANOS,
                Words.of(policy.fallback()),
                Counts.of(state.counts()),
                state.lastFailure().map(LastFailure::of).orElse(null));
    }

    /** Since the start. */
    public record Counts(
            long succeeded,
            long failed,
            long timedOut,
            long refusedOpen,
            long refusedBusy,
            long repeated) {
        static Counts of(CallState.Counts counts) {
            return new Counts(
                    counts.succeeded(),
                    counts.failed(),
                    counts.timedOut(),
                    counts.refusedOpen(),
                    counts.refusedBusy(),
                    counts.repeated());
        }
    }

    /** The failure seen last. */
    public record LastFailure(String at, String reason) {
        static LastFailure of(CallState.LastFailure failure) {
            return new LastFailure(failure.at().toString(), failure.reason());
        }
    }
}
