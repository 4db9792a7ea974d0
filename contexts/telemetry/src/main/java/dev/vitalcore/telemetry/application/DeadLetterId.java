package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a dead letter stands in its topic; written {@code partition-offset}. */
record DeadLetterId(int partition, long offset) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    static DeadLetterId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw unknown(text);
        }
        return new DeadLetterId(
                Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    static Fault unknown(String text) {
        return Fault.user(
                "dead-letter-unknown",
                "there is no dead letter '" + Text.abbreviate(text, 40) + "'",
                "take the id from the list of dead letters");
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
