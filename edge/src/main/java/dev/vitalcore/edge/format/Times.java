package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.Decimals;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Unit;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as text, exactly to the nanosecond. */
final class Times {
    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(EpochNanos.PER_SECOND);
    private static final long DAY_SECONDS = 86_400;
    private static final int EARLIEST_YEAR = 1940;
    private static final int LATEST_YEAR = 2200;
    private static final int LONGEST = 64;

    /** {@code 2023-01-13 06:39:26.729020+00:00}; without an offset it is UTC. */
    private static final Pattern ISO =
            Pattern.compile(
                    "(\\d{4})-(\\d{2})-(\\d{2})[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?"
                            + "\\s*(Z|z|UTC|[+-]\\d{2}(?::?\\d{2})?)?");

    /** {@code [h:]mm:ss[.fff]}. */
    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{1,2})(?:[.,](\\d{1,9})\\d*)?");

    private Times() {}

    /** Whether a logger can have been running then; a damaged date is not used. */
    static boolean isPlausible(LocalDateTime date) {
        return date.getYear() >= 1970 && date.getYear() <= LATEST_YEAR;
    }

    /** Nanoseconds since the epoch, {@link RowClock#UNREADABLE} where the text is no such time. */
    static long iso(String text) {
        Matcher matcher = ISO.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return RowClock.UNREADABLE;
        }
        try {
            LocalDate date =
                    LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            long seconds = clockSeconds(number(matcher, 4), number(matcher, 5), number(matcher, 6));
            if (seconds >= DAY_SECONDS
                    || date.getYear() < EARLIEST_YEAR
                    || date.getYear() > LATEST_YEAR) {
                return RowClock.UNREADABLE;
            }
            seconds += date.toEpochDay() * DAY_SECONDS - offsetSeconds(matcher.group(8));
            return seconds * EpochNanos.PER_SECOND + fraction(matcher.group(7));
        } catch (DateTimeException noDate) {
            return RowClock.UNREADABLE;
        }
    }

    /** Nanoseconds of a duration or time of day written with colons. */
    static long clock(String text) {
        Matcher matcher = CLOCK.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return RowClock.UNREADABLE;
        }
        long seconds = clockSeconds(number(matcher, 1), number(matcher, 2), number(matcher, 3));
        return seconds * EpochNanos.PER_SECOND + fraction(matcher.group(4));
    }

    /** Nanoseconds of a number in the given unit's nanoseconds. */
    static long number(String text, BigDecimal nanosPerUnit) {
        return Decimals.scaled(text, nanosPerUnit);
    }

    static long seconds(String text) {
        return number(text, NANOS_PER_SECOND);
    }

    /** How many nanoseconds a unit of time has; empty where the spelling is no unit of time. */
    static Optional<BigDecimal> nanosPer(String unit) {
        return switch (unit.strip().toLowerCase(Locale.ROOT)) {
            case "ns" -> Optional.of(BigDecimal.ONE);
            case "us", "µs" -> Optional.of(BigDecimal.valueOf(1000));
            default ->
                    Unit.find(unit)
                            .filter(known -> known.convertsTo(Unit.SECOND))
                            .map(known -> known.convert(1, Unit.SECOND))
                            .map(seconds -> BigDecimal.valueOf(seconds).multiply(NANOS_PER_SECOND));
        };
    }

    private static long clockSeconds(int hours, int minutes, int seconds) {
        return hours * 3600L + minutes * 60L + seconds;
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    private static long fraction(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong((digits + "00000000").substring(0, 9));
    }

    private static long offsetSeconds(@Nullable String offset) {
        if (offset == null || !(offset.startsWith("+") || offset.startsWith("-"))) {
            return 0;
        }
        String digits = offset.substring(1).replace(":", "");
        long hours = Long.parseLong(digits.substring(0, 2));
        long minutes = digits.length() > 2 ? Long.parseLong(digits.substring(2)) : 0;
        long seconds = hours * 3600 + minutes * 60;
        return offset.charAt(0) == '-' ? -seconds : seconds;
    }
}
