package dev.vitalcore.gateway.rest;

import dev.vitalcore.gateway.json.JsonText;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.util.OptionalDouble;

/**
 * A range of time within a session, in the seconds of the caller, who is also answered in them.
 *
 * @param fromS since the session's first sample
 * @param endNanos the first moment that lies beyond the range
 */
record TimeRange(double fromS, double toS, long beginNanos, long endNanos) {
    /**
     * @throws Fault (user) when nothing can lie in it
     */
    static TimeRange of(SessionSummary session, OptionalDouble fromS, OptionalDouble toS) {
        long origin = session.startNanos();
        double from = fromS.orElse(0);
        double to = toS.orElse(EpochNanos.toSeconds(session.durationNanos()));
        long begin = origin + EpochNanos.ofSeconds(from);
        // The last sample counts too, so the range that is open at its end goes one further.
        long end =
                toS.isPresent()
                        ? origin + EpochNanos.ofSeconds(to)
                        : origin + session.durationNanos() + 1;
        if (begin >= end) {
            throw Fault.user(
                    "range-empty",
                    "the range from " + seconds(from) + " to " + seconds(to) + " is empty",
                    toS.isPresent()
                            ? "let it end after it begins"
                            : "let it begin before the session ends");
        }
        return new TimeRange(from, to, begin, end);
    }

    /** What lasts so long from that moment on. */
    static TimeRange of(SessionSummary session, long beginNanos, long durationNanos) {
        double from = EpochNanos.toSeconds(beginNanos - session.startNanos());
        return new TimeRange(
                from,
                from + EpochNanos.toSeconds(durationNanos),
                beginNanos,
                beginNanos + durationNanos);
    }

    /**
     * The part of it in which the session has samples.
     *
     * @throws Fault (user) when there is none
     */
    TimeRange within(SessionSummary session) {
        long first = session.startNanos();
        long begin = Math.max(beginNanos, first);
        long end = Math.min(endNanos, first + session.durationNanos() + 1);
        if (begin >= end) {
            throw Fault.user(
                    "range-empty",
                    "the range from " + seconds(fromS) + " to " + seconds(toS) + " has no samples",
                    "ask for a part of the session, which is from 0 s to "
                            + seconds(EpochNanos.toSeconds(session.durationNanos())));
        }
        return new TimeRange(fromS, toS, begin, end);
    }

    /** What the question finds in the range. */
    <T> T read(Question<T> question) {
        try {
            return question.between(beginNanos, endNanos);
        } catch (Fault refused) {
            throw refused.code().equals(SeriesStore.TOO_MANY_ROWS) ? tooLong(refused) : refused;
        }
    }

    /** A question to a store. */
    @FunctionalInterface
    interface Question<T> {
        T between(long beginNanos, long endNanos);
    }

    private Fault tooLong(Fault refused) {
        return Fault.user(
                refused.code(),
                "the range from "
                        + seconds(fromS)
                        + " to "
                        + seconds(toS)
                        + " is too long: "
                        + refused.text(),
                refused.remedy(),
                refused);
    }

    private static String seconds(double seconds) {
        StringBuilder text = new StringBuilder();
        JsonText.number(text, seconds);
        return text + " s";
    }
}
