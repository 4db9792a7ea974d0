package dev.vitalcore.gateway.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A lap as the caller names it; whether it exists is not known yet. */
record NamedLap(String session, String car, int number) {
    private static final String FORM = "write it as session/car/lap, e.g. monza-fp1/7/3";

    /**
     * The lap in a parameter that must be there.
     *
     * @throws dev.vitalcore.kernel.Fault (user) when the parameter is missing or unusable
     */
    static NamedLap of(Map<String, String> parameters, String name) {
        return parse(name, Parameters.required(parameters, name));
    }

    /** Laps separated by commas. */
    static List<NamedLap> listOf(Map<String, String> parameters, String name, int most) {
        String text = Parameters.required(parameters, name);
        String[] parts = text.split(",", -1);
        if (parts.length > most) {
            throw Parameters.unusable(
                    name, parts.length + " laps", "name at most " + most + " laps");
        }
        return Arrays.stream(parts).map(part -> parse(name, part.strip())).toList();
    }

    private static NamedLap parse(String name, String text) {
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
