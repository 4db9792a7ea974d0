package dev.vitalcore.telemetry.domain;

import java.util.regex.Pattern;

/** What a channel may be called. */
public final class ChannelName {
    /** For remedies. */
    public static final String FORM =
            "use 1 to 80 lower-case letters, digits, '.', '_' and '-', and begin with a letter or"
                    + " digit";

    /** As the identifiers of the kernel: names become columns, file names and parts of URLs. */
    private static final Pattern USABLE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

    private ChannelName() {}

    public static boolean isUsable(String name) {
        return USABLE.matcher(name).matches();
    }
}
