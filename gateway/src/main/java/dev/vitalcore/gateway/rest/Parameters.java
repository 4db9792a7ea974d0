package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.Text;
import java.util.Arrays;
import java.util.List;

/** Reads parameters; what is unusable is refused with its value and what is allowed. */
final class Parameters {
    private static final int MOST_LISTED = 1000;
    private static final int MOST_CHANNELS = 64;
    private static final int SHOWN = 100;

    private Parameters() {}

    static SessionId session(String text) {
        try {
            return new SessionId(text);
        } catch (IllegalArgumentException unusable) {
            throw Fault.user(
                    "session-unusable",
                    message(unusable),
                    "see /api/v1/sessions for those that exist");
        }
    }

    static EntryId entry(SessionId session, String car) {
        try {
            return new EntryId(session, car);
        } catch (IllegalArgumentException unusable) {
            throw Fault.user(
                    "car-unusable",
                    message(unusable),
                    "see /api/v1/sessions/" + session + "/entries for those that exist");
        }
    }

    static int limit(int limit) {
        return within("limit", limit, 1, MOST_LISTED);
    }

    static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw Fault.user(
                    "parameter-unusable",
                    "the parameter '" + name + "' is " + value,
                    "give a number from " + least + " to " + most);
        }
        return value;
    }

    /** Seconds since the session's first sample. */
    static double seconds(String name, double value) {
        // A century on both sides keeps the nanoseconds within a long.
        double most = 3.2e9;
        if (!(Math.abs(value) <= most)) {
            throw Fault.user(
                    "parameter-unusable",
                    "the parameter '" + name + "' is " + value,
                    "give seconds since the session's first sample");
        }
        return value;
    }

    static List<String> channels(String text) {
        List<String> names =
                Arrays.stream(text.split(",", -1)).map(String::strip).distinct().toList();
        if (names.contains("") || names.size() > MOST_CHANNELS) {
            throw Fault.user(
                    "parameter-unusable",
                    "the parameter 'channels' is '" + Text.abbreviate(text, SHOWN) + "'",
                    "give 1 to " + MOST_CHANNELS + " names separated by commas");
        }
        return names;
    }

    private static String message(IllegalArgumentException unusable) {
        return String.valueOf(unusable.getMessage());
    }
}
