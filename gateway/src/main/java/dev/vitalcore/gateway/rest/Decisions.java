package dev.vitalcore.gateway.rest;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Moment;
import dev.vitalcore.kernel.SessionId;
import java.util.Map;
import java.util.OptionalLong;

/** What the calls about race control's decisions read in the same way. */
final class Decisions {
    private Decisions() {}

    /** A session need not have data, nor be known, to be decided about. */
    static SessionId session(String text) {
        try {
            return new SessionId(text);
        } catch (IllegalArgumentException unusable) {
            throw Fault.user(
                    "session-unusable",
                    String.valueOf(unusable.getMessage()),
                    "use the session's name in lower case",
                    unusable);
        }
    }

    static Moment moment(Map<String, String> parameters) {
        return new Moment(time(parameters, "as_of"), time(parameters, "known_at"));
    }

    private static OptionalLong time(Map<String, String> parameters, String name) {
        String text = parameters.get(name);
        return text == null
                ? OptionalLong.empty()
                : OptionalLong.of(CommandFields.moment(name, text));
    }
}
