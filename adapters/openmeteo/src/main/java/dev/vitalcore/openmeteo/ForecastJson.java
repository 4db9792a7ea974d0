package dev.vitalcore.openmeteo;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.telemetry.domain.Place;
import dev.vitalcore.telemetry.domain.WeatherForecast;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads answers of Open-Meteo's forecast API (open-meteo.com/en/docs).
 *
 * <pre>
 *   { "latitude": 50.44, "longitude": 5.96,
 *     "minutely_15": { "time": [1748091600, …], "temperature_2m": [18.4, null, …], … },
 *     "hourly": { "time": […], "precipitation_probability": […] } }
 *   { "error": true, "reason": "…" }
 * </pre>
 *
 * Strict in what is needed: times that ascend, columns as long as the times, numbers. Tolerant in
 * the rest: other keys are ignored, a column that is absent is unknown, so is a null.
 */
final class ForecastJson {
    static final List<String> VARIABLES =
            List.of(
                    "temperature_2m",
                    "relative_humidity_2m",
                    "precipitation",
                    "wind_speed_10m",
                    "wind_gusts_10m",
                    "wind_direction_10m");
    static final String RAIN_PROBABILITY = "precipitation_probability";

    private static final int MOST_STEPS = 1_000;
    private static final int MOST_DEPTH = 8;
    private static final int MOST_TEXT = 1_000;
    private static final int MOST_DIGITS = 40;
    private static final int SHOWN = 200;
    private static final long HOUR_SECONDS = 3_600;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MOST_DEPTH)
                                                    .maxStringLength(MOST_TEXT)
                                                    .maxNumberLength(MOST_DIGITS)
                                                    .build())
                                    .build())
                    .build();

    private ForecastJson() {}

    /**
     * @throws IOException that names what is wrong
     */
    static WeatherForecast read(byte[] body) throws IOException {
        JsonNode answer = tree(body);
        JsonNode quarters = answer.path("minutely_15");
        long[] times = times(quarters, "minutely_15");
        List<double[]> columns = new ArrayList<>();
        for (String variable : VARIABLES) {
            columns.add(column(quarters, variable, times.length));
        }
        Map<Long, Double> likely = likelyByHour(answer.path("hourly"));
        List<WeatherForecast.Step> steps = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            steps.add(step(times[i], columns, i, likely));
        }
        long step = times.length < 2 ? 0 : (times[1] - times[0]) * EpochNanos.PER_SECOND;
        return new WeatherForecast(place(answer), step, steps);
    }

    /** What the provider says of a question that it refused. */
    static String reason(byte[] body) {
        try {
            JsonNode reason = tree(body).path("reason");
            return reason.isString()
                    ? Text.abbreviate(reason.stringValue(), SHOWN)
                    : "no reason given";
        } catch (IOException unreadable) {
            return "no reason given";
        }
    }

    private static WeatherForecast.Step step(
            long time, List<double[]> columns, int i, Map<Long, Double> likely) {
        return new WeatherForecast.Step(
                time * EpochNanos.PER_SECOND,
                columns.get(0)[i],
                columns.get(1)[i],
                columns.get(2)[i],
                likely.getOrDefault(Math.ceilDiv(time, HOUR_SECONDS), Double.NaN),
                columns.get(3)[i],
                columns.get(4)[i],
                columns.get(5)[i]);
    }

    private static JsonNode tree(byte[] body) throws IOException {
        try {
            JsonNode answer = MAPPER.readTree(body);
            if (answer == null || !answer.isObject()) {
                throw new IOException("the answer is no JSON object");
            }
            return answer;
        } catch (JacksonException bad) {
            throw new IOException(
                    "the answer is no usable JSON: "
                            + Text.abbreviate(bad.getOriginalMessage(), SHOWN),
                    bad);
        }
    }

    private static Place place(JsonNode answer) throws IOException {
        JsonNode latitude = answer.path("latitude");
        JsonNode longitude = answer.path("longitude");
        if (!latitude.isNumber() || !longitude.isNumber()) {
            throw new IOException("the answer does not say of which place it is");
        }
        try {
            return new Place(latitude.doubleValue(), longitude.doubleValue());
        } catch (IllegalArgumentException nowhere) {
            throw new IOException("the answer is of no place: " + nowhere.getMessage(), nowhere);
        }
    }

    /** Seconds since the epoch. */
    private static long[] times(JsonNode table, String name) throws IOException {
        JsonNode times = table.path("time");
        if (!times.isArray() || times.isEmpty() || times.size() > MOST_STEPS) {
            throw new IOException(name + ".time is no list of 1 to " + MOST_STEPS + " times");
        }
        long[] seconds = new long[times.size()];
        for (int i = 0; i < seconds.length; i++) {
            JsonNode time = times.get(i);
            if (!time.isIntegralNumber() || !time.canConvertToLong()) {
                throw new IOException(name + ".time[" + i + "] is no time: " + shown(time));
            }
            seconds[i] = time.asLong();
            if (seconds[i] < 0
                    || seconds[i] > Long.MAX_VALUE / EpochNanos.PER_SECOND
                    || (i > 0 && seconds[i] <= seconds[i - 1])) {
                throw new IOException(name + ".time[" + i + "] does not ascend: " + shown(time));
            }
        }
        return seconds;
    }

    private static double[] column(JsonNode table, String variable, int length) throws IOException {
        JsonNode column = table.path(variable);
        double[] values = new double[length];
        if (column.isMissingNode() || column.isNull()) {
            Arrays.fill(values, Double.NaN);
            return values;
        }
        if (!column.isArray() || column.size() != length) {
            throw new IOException(variable + " is no list of " + length + " numbers");
        }
        for (int i = 0; i < length; i++) {
            JsonNode value = column.get(i);
            if (!value.isNumber() && !value.isNull()) {
                throw new IOException(variable + "[" + i + "] is no number: " + shown(value));
            }
            values[i] = value.isNull() ? Double.NaN : value.doubleValue();
        }
        return values;
    }

    /** By the hour since the epoch at whose end it is stated; empty where the answer has none. */
    private static Map<Long, Double> likelyByHour(JsonNode hourly) throws IOException {
        Map<Long, Double> likely = new HashMap<>();
        if (hourly.isMissingNode()) {
            return likely;
        }
        long[] times = times(hourly, "hourly");
        double[] percent = column(hourly, RAIN_PROBABILITY, times.length);
        for (int i = 0; i < times.length; i++) {
            likely.put(times[i] / HOUR_SECONDS, percent[i]);
        }
        return likely;
    }

    private static String shown(JsonNode value) {
        return Text.abbreviate(value.toString(), SHOWN);
    }
}
