package dev.vitalcore.app.feed;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Whether recordings can be of one session: one running on one circuit. */
final class OneSession {
    /** A race may last a day; a longer silence lies between two sessions. */
    private static final long LONGEST_SILENCE_NANOS = 24 * 3_600 * EpochNanos.PER_SECOND;

    /** No circuit, rally stage or hill climb is so large. */
    private static final double FARTHEST_KM = 50;

    private OneSession() {}

    /**
     * @throws Fault naming two of the recordings that do not belong together
     */
    static void check(List<Survey> recordings) {
        List<Survey> inTime = new ArrayList<>(recordings);
        inTime.removeIf(survey -> survey.span().isEmpty());
        inTime.sort(Comparator.comparingLong(survey -> survey.span().orElseThrow().from()));
        Survey latest = null;
        Survey located = null;
        for (Survey next : inTime) {
            if (latest != null && silenceNanos(latest, next) > LONGEST_SILENCE_NANOS) {
                throw apart(
                        String.format(
                                Locale.ROOT,
                                "%s ends at %s and %s begins at %s",
                                latest.name(),
                                EpochNanos.toInstant(latest.span().orElseThrow().until()),
                                next.name(),
                                EpochNanos.toInstant(next.span().orElseThrow().from())));
            }
            latest = latest == null || until(next) > until(latest) ? next : latest;
            if (located != null && next.place().isPresent()) {
                double km = located.place().orElseThrow().kilometresTo(next.place().orElseThrow());
                if (km > FARTHEST_KM) {
                    throw apart(
                            String.format(
                                    Locale.ROOT,
                                    "%s and %s were recorded %.0f km apart",
                                    located.name(),
                                    next.name(),
                                    km));
                }
            }
            located = located == null && next.place().isPresent() ? next : located;
        }
    }

    private static long silenceNanos(Survey before, Survey after) {
        return after.span().orElseThrow().from() - until(before);
    }

    private static long until(Survey survey) {
        return Objects.requireNonNull(survey).span().orElseThrow().until();
    }

    private static Fault apart(String what) {
        return Fault.user(
                "not-one-session",
                what + ": they are not of one session",
                "feed the recordings of each session by themselves, with a --session of their own");
    }
}
