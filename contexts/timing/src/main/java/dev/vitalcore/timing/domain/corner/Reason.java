package dev.vitalcore.timing.domain.corner;

import java.util.Locale;

/**
 * Something that the slower lap measurably did otherwise; that it costs time is what the reader
 * concludes.
 *
 * @param value above 0, how much it differs
 */
public record Reason(Kind kind, double value) {
    /** What differs. */
    public enum Kind {
        SLOWER_STRAIGHT("slower on the straight: %.0f km/h less at its end", "km/h"),
        BRAKES_EARLIER("brakes %.0f m earlier", "m"),
        BRAKES_LATER("brakes %.0f m later", "m"),
        SLOWER_ENTRY("%.0f km/h slower where the corner begins", "km/h"),
        SLOWER_APEX("%.0f km/h slower at the apex", "km/h"),
        THROTTLE_LATER("on the throttle %.1f s later", "s"),
        SLOWER_EXIT("%.0f km/h slower at the exit", "km/h"),
        SLOWER_AFTER("%.0f km/h slower on the straight after it", "km/h");

        private final String form;
        private final String unit;

        Kind(String form, String unit) {
            this.form = form;
            this.unit = unit;
        }
    }

    public String text() {
        return String.format(Locale.ROOT, kind.form, value);
    }

    public String unit() {
        return kind.unit;
    }
}
