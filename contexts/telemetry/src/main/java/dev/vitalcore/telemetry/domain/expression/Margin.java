package dev.vitalcore.telemetry.domain.expression;

/**
 * Seconds that are to be read before and after a range, so that values do not depend on its ends.
 */
public record Margin(double beforeSeconds, double afterSeconds) {
    static final Margin NONE = new Margin(0, 0);

    /** Bounds what is read beside what was asked for. */
    private static final double MOST_SECONDS = 300;

    public Margin {
        beforeSeconds = Math.min(beforeSeconds, MOST_SECONDS);
        afterSeconds = Math.min(afterSeconds, MOST_SECONDS);
    }

    Margin and(double before, double after) {
        return new Margin(beforeSeconds + before, afterSeconds + after);
    }

    Margin or(Margin other) {
        return new Margin(
                Math.max(beforeSeconds, other.beforeSeconds),
                Math.max(afterSeconds, other.afterSeconds));
    }
}
