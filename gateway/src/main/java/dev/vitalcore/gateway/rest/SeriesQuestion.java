package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.Fault;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which samples of which channels are asked for.
 *
 * @param lap the samples of this lap; else those of the range
 * @param fromS seconds since the session's first sample; empty from its beginning
 * @param toS empty to its end
 */
record SeriesQuestion(
        List<String> channels,
        OptionalInt lap,
        By by,
        OptionalDouble fromS,
        OptionalDouble toS,
        int points) {
    private static final Set<String> KNOWN =
            Set.of("channels", "lap", "by", "from_s", "to_s", "points");
    private static final int FEWEST_POINTS = 4;
    private static final int MOST_POINTS = 100_000;
    private static final int USUAL_POINTS = 2000;
    private static final int MOST_LAPS = 100_000;

    /** What x is. */
    enum By {
        TIME,
        DISTANCE
    }

    /**
     * @throws Fault (user) when a parameter is unusable or does not go with another, naming it
     */
    static SeriesQuestion of(Map<String, String> parameters) {
        Parameters.requireKnown(parameters, KNOWN);
        SeriesQuestion question =
                new SeriesQuestion(
                        Parameters.channels(Parameters.required(parameters, "channels")),
                        Parameters.whole(parameters, "lap", 1, MOST_LAPS),
                        by(parameters.getOrDefault("by", "time")),
                        Parameters.seconds(parameters, "from_s"),
                        Parameters.seconds(parameters, "to_s"),
                        Parameters.whole(parameters, "points", FEWEST_POINTS, MOST_POINTS)
                                .orElse(USUAL_POINTS));
        question.requireFitting();
        return question;
    }

    private void requireFitting() {
        if (by == By.DISTANCE && lap.isEmpty()) {
            throw Fault.user(
                    "parameter-missing",
                    "by=distance is asked for without a lap",
                    "add lap=… to the query: distance counts from the beginning of a lap");
        }
        if (lap.isPresent() && (fromS.isPresent() || toS.isPresent())) {
            throw Fault.user(
                    "parameter-unusable",
                    "both a lap and a range of time are asked for",
                    "leave out from_s and to_s, or lap");
        }
    }

    private static By by(String text) {
        return switch (text) {
            case "time" -> By.TIME;
            case "distance" -> By.DISTANCE;
            default -> throw Parameters.unusable("by", text, "give time or distance");
        };
    }
}
