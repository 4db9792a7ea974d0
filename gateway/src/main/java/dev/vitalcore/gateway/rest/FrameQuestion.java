package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.telemetry.application.FrameGrid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which frames of which cars are asked for.
 *
 * @param cars empty: all
 * @param fromS seconds since the session's first sample
 * @param toS the last frame lies before it
 * @param hz frames a second
 */
record FrameQuestion(List<String> cars, List<String> channels, double fromS, double toS, int hz) {
    private static final Set<String> KNOWN = Set.of("cars", "channels", "from_s", "to_s", "hz");
    private static final int MOST_HZ = 100;
    private static final int USUAL_HZ = 10;
    private static final int MOST_CARS = 256;

    /**
     * @throws Fault (user) when a parameter is unusable, naming it
     */
    static FrameQuestion of(Map<String, String> parameters) {
        Parameters.requireKnown(parameters, KNOWN);
        return new FrameQuestion(
                cars(parameters.getOrDefault("cars", "")),
                Parameters.channels(Parameters.required(parameters, "channels")),
                seconds(parameters, "from_s"),
                seconds(parameters, "to_s"),
                Parameters.whole(parameters, "hz", 1, MOST_HZ).orElse(USUAL_HZ));
    }

    FrameGrid grid(long originNanos) {
        double frames = Math.ceil((toS - fromS) * hz - 1e-6);
        if (!(frames >= 1)) {
            throw Fault.user(
                    "range-empty",
                    "the range from " + fromS + " to " + toS + " s is empty",
                    "let it end after it begins");
        }
        return new FrameGrid(
                originNanos + EpochNanos.ofSeconds(fromS),
                hz,
                (int) Math.min(frames, Integer.MAX_VALUE));
    }

    private static double seconds(Map<String, String> parameters, String name) {
        Parameters.required(parameters, name);
        return Parameters.seconds(parameters, name).orElseThrow();
    }

    private static List<String> cars(String text) {
        List<String> cars =
                Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(car -> !car.isEmpty())
                        .distinct()
                        .toList();
        if (cars.size() > MOST_CARS) {
            throw Parameters.unusable("cars", text, "give " + MOST_CARS + " cars at most");
        }
        return cars;
    }
}
