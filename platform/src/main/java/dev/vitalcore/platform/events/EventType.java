package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Text;
import java.util.regex.Pattern;

/**
 * What kind of event it is, and which version of its schema the payload was written with.
 *
 * @param name context and event, e.g. {@code racecontrol.FlagShown}
 * @param version from 1; of the schema under its subject in the registry
 */
public record EventType(String name, int version) {
    private static final Pattern NAME = Pattern.compile("[a-z]{1,40}\\.[A-Z][A-Za-z0-9]{0,79}");

    public EventType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "event type '"
                            + Text.abbreviate(name, 130)
                            + "' is not usable: write it as context.EventName");
        }
        if (version < 1) {
            throw new IllegalArgumentException(
                    "schema version " + version + " of " + name + " is not usable: from 1");
        }
    }

    @Override
    public String toString() {
        return name + " v" + version;
    }
}
