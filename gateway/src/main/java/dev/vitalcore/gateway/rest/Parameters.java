package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Reads parameters; what is unusable is refused with its value and what is allowed. */
final class Parameters {
    private static final int MOST_LISTED = 1000;
    private static final int USUALLY_LISTED = 100;
    private static final int MOST_CHANNELS = 64;
    private static final int SHOWN = 100;

    /** A century: keeps the nanoseconds within a long. */
    private static final double MOST_SECONDS = 3.2e9;

    private Parameters() {}

    /** How many lines of a list are asked for. */
    static int limit(Map<String, String> parameters) {
        requireKnown(parameters, Set.of("limit"));
        return whole(parameters, "limit", 1, MOST_LISTED).orElse(USUALLY_LISTED);
    }

    static void requireKnown(Map<String, String> parameters, Set<String> known) {
        for (String name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw Fault.user(
                        "parameter-unusable",
                        "there is no parameter '" + Text.abbreviate(name, SHOWN) + "'",
                        "use only " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    static String required(Map<String, String> parameters, String name) {
        String text = parameters.get(name);
        if (text == null) {
            throw Fault.user(
                    "parameter-missing",
                    "the parameter '" + name + "' is missing",
                    "add " + name + "=… to the query");
        }
        return text;
    }

    static OptionalInt whole(Map<String, String> parameters, String name, int least, int most) {
        String text = parameters.get(name);
        if (text == null) {
            return OptionalInt.empty();
        }
        String remedy = "give a whole number from " + least + " to " + most;
        try {
            int value = Integer.parseInt(text);
            if (value < least || value > most) {
                throw unusable(name, text, remedy);
            }
            return OptionalInt.of(value);
        } catch (NumberFormatException notANumber) {
            throw unusable(name, text, remedy);
        }
    }

    /** A position in the event store. */
    static OptionalLong position(Map<String, String> parameters, String name) {
        String text = parameters.get(name);
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            long value = Long.parseLong(text);
            if (value >= 0) {
                return OptionalLong.of(value);
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as a negative one.
        }
        throw unusable(name, text, "give the position that a command has answered");
    }

    /** Seconds since the session's first sample. */
    static OptionalDouble seconds(Map<String, String> parameters, String name) {
        return number(
                parameters, name, MOST_SECONDS, "give seconds since the session's first sample");
    }

    /**
     * @param most the number may be so much below or above 0
     */
    static OptionalDouble number(
            Map<String, String> parameters, String name, double most, String remedy) {
        String text = parameters.get(name);
        if (text == null) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            // Written so that NaN is refused too.
            if (!(Math.abs(value) <= most)) {
                throw unusable(name, text, remedy);
            }
            return OptionalDouble.of(value);
        } catch (NumberFormatException notANumber) {
            throw unusable(name, text, remedy);
        }
    }

    static List<String> channels(String text) {
        return names("channels", text, MOST_CHANNELS);
    }

    static List<String> names(String parameter, String text, int most) {
        List<String> names =
                ChannelNames.split(text).stream().map(String::strip).distinct().toList();
        if (names.contains("") || names.size() > most) {
            throw unusable(parameter, text, "give 1 to " + most + " names separated by commas");
        }
        return names;
    }

    static Fault unusable(String name, String text, String remedy) {
        return Fault.user(
                "parameter-unusable",
                "the parameter '" + name + "' is '" + Text.abbreviate(text, SHOWN) + "'",
                remedy);
    }
}
