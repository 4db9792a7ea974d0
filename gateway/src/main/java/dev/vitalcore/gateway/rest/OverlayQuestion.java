package dev.vitalcore.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which two laps are to be laid over each other. */
record OverlayQuestion(NamedLap reference, NamedLap other, List<String> channels, int points) {
    private static final Set<String> KNOWN = Set.of("reference", "other", "channels", "points");
    private static final int FEWEST_POINTS = 10;
    private static final int MOST_POINTS = 20_000;
    private static final int USUAL_POINTS = 1000;

    /**
     * @throws dev.vitalcore.kernel.Fault (user) when a parameter is unusable, naming it
     */
    static OverlayQuestion of(Map<String, String> parameters) {
        Parameters.requireKnown(parameters, KNOWN);
        return new OverlayQuestion(
                NamedLap.of(parameters, "reference"),
                NamedLap.of(parameters, "other"),
                Parameters.channels(Parameters.required(parameters, "channels")),
                Parameters.whole(parameters, "points", FEWEST_POINTS, MOST_POINTS)
                        .orElse(USUAL_POINTS));
    }
}
