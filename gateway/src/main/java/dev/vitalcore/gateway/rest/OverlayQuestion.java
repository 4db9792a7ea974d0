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
    private static final String FORM = "write it as session/car/lap, e.g. monza-fp1/7/3";

    /** A lap as the caller names it; whether it exists is not known yet. */
    record NamedLap(String session, String car, int number) {}

    /**
     * @throws dev.vitalcore.kernel.Fault (user) when a parameter is unusable, naming it
     */
    static OverlayQuestion of(Map<String, String> parameters) {
        Parameters.requireKnown(parameters, KNOWN);
        return new OverlayQuestion(
                lap(parameters, "reference"),
                lap(parameters, "other"),
                Parameters.channels(Parameters.required(parameters, "channels")),
                Parameters.whole(parameters, "points", FEWEST_POINTS, MOST_POINTS)
                        .orElse(USUAL_POINTS));
    }

    private static NamedLap lap(Map<String, String> parameters, String name) {
        String text = Parameters.required(parameters, name);
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw Parameters.unusable(name, text, FORM);
        }
        try {
            return new NamedLap(parts[0], parts[1], Integer.parseInt(parts[2]));
        } catch (NumberFormatException notANumber) {
            throw Parameters.unusable(name, text, FORM);
        }
    }
}
