package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.telemetry.domain.table.Fill;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which samples are to be exported, and how.
 *
 * @param cars empty for all cars of the session
 * @param channels empty for all channels of each car
 * @param lap the samples of this lap; else those of the range
 * @param fromS seconds since the session's first sample; empty from its beginning
 * @param toS empty to its end
 * @param hz rate of the rows; empty for the times of the samples
 */
record ExportQuestion(
        Format format,
        List<String> cars,
        Optional<List<String>> channels,
        OptionalInt lap,
        OptionalDouble fromS,
        OptionalDouble toS,
        OptionalDouble hz,
        Fill fill) {
    static final double LOWEST_HZ = 0.1;
    static final double HIGHEST_HZ = 1000;

    private static final Set<String> KNOWN =
            Set.of("format", "cars", "channels", "lap", "from_s", "to_s", "hz", "fill");
    private static final int MOST_CARS = 64;
    private static final int MOST_CHANNELS = 256;
    private static final int MOST_LAPS = 100_000;

    /** What kind of file. */
    enum Format {
        CSV,
        MOTEC_CSV,
        PARQUET
    }

    /**
     * @throws Fault (user) when a parameter is unusable or does not go with another, naming it
     */
    static ExportQuestion of(Map<String, String> parameters) {
        Parameters.requireKnown(parameters, KNOWN);
        ExportQuestion question =
                new ExportQuestion(
                        format(parameters.getOrDefault("format", "csv")),
                        names(parameters, "cars", MOST_CARS).orElse(List.of()),
                        names(parameters, "channels", MOST_CHANNELS),
                        Parameters.whole(parameters, "lap", 1, MOST_LAPS),
                        Parameters.seconds(parameters, "from_s"),
                        Parameters.seconds(parameters, "to_s"),
                        hz(parameters.get("hz")),
                        fill(parameters.getOrDefault("fill", "linear")));
        question.requireFittingLap();
        question.requireFittingFill();
        return question;
    }

    private void requireFittingLap() {
        if (lap.isPresent() && (fromS.isPresent() || toS.isPresent())) {
            throw unfitting(
                    "both a lap and a range of time are asked for",
                    "leave out from_s and to_s, or lap");
        }
        if (lap.isPresent() && cars.size() != 1) {
            throw unfitting(
                    "lap " + lap.getAsInt() + " is asked for of " + howManyCars(),
                    "name the one car with cars=…: each car has laps of its own");
        }
    }

    private String howManyCars() {
        return cars.isEmpty() ? "all cars" : cars.size() + " cars";
    }

    private void requireFittingFill() {
        if (fill == Fill.NONE && hz.isPresent()) {
            throw unfitting(
                    "fill=none is asked for with hz: samples stay at their own times",
                    "leave out hz, or use fill=linear");
        }
        if (fill == Fill.NONE && format == Format.MOTEC_CSV) {
            throw unfitting(
                    "fill=none is asked for with format=motec-csv, which has one rate",
                    "use fill=linear, or another format");
        }
    }

    private static Fault unfitting(String message, String remedy) {
        return Fault.user("parameter-unusable", message, remedy);
    }

    private static Optional<List<String>> names(
            Map<String, String> parameters, String name, int most) {
        return Optional.ofNullable(parameters.get(name))
                .map(text -> Parameters.names(name, text, most));
    }

    private static Format format(String text) {
        return switch (text) {
            case "csv" -> Format.CSV;
            case "motec-csv" -> Format.MOTEC_CSV;
            case "parquet" -> Format.PARQUET;
            default -> throw Parameters.unusable("format", text, "give csv, motec-csv or parquet");
        };
    }

    private static Fill fill(String text) {
        return switch (text) {
            case "none" -> Fill.NONE;
            case "linear" -> Fill.LINEAR;
            default -> throw Parameters.unusable("fill", text, "give linear or none");
        };
    }

    private static OptionalDouble hz(@Nullable String text) {
        if (text == null || text.equals("original")) {
            return OptionalDouble.empty();
        }
        String remedy = "give " + LOWEST_HZ + " to 1000, or original";
        try {
            double value = Double.parseDouble(text);
            // Written so that NaN is refused too.
            if (!(value >= LOWEST_HZ && value <= HIGHEST_HZ)) {
                throw Parameters.unusable("hz", text, remedy);
            }
            return OptionalDouble.of(value);
        } catch (NumberFormatException notANumber) {
            throw Parameters.unusable("hz", text, remedy);
        }
    }
}
