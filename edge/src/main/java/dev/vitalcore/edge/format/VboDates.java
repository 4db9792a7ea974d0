package dev.vitalcore.edge.format;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The date of a VBO recording, whose rows carry the time of day only. */
final class VboDates {
    private static final Pattern CREATED =
            Pattern.compile(
                    "(\\d{1,2})/(\\d{1,2})/(\\d{4})\\D*(?:(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?.*");

    private VboDates() {}

    /** Day, month, year and perhaps the local time of the logger. */
    static Optional<LocalDateTime> created(String text) {
        Matcher matcher = CREATED.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime created =
                    LocalDateTime.of(
                            number(matcher.group(3)),
                            number(matcher.group(2)),
                            number(matcher.group(1)),
                            matcher.group(4) == null ? 12 : number(matcher.group(4)),
                            matcher.group(5) == null ? 0 : number(matcher.group(5)),
                            matcher.group(6) == null ? 0 : number(matcher.group(6)));
            return Optional.of(created).filter(Times::isPlausible);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /**
     * The date in UTC of the first row: the one on which its time of day (UTC) lies nearest to the
     * local time of the logger's clock. Right wherever local time is within 12 hours of UTC.
     */
    static LocalDate dateOf(LocalTime timeOfDay, LocalDateTime created) {
        LocalDate nearest = created.toLocalDate();
        for (int days = -1; days <= 1; days++) {
            LocalDate date = created.toLocalDate().plusDays(days);
            if (distance(date.atTime(timeOfDay), created)
                            .compareTo(distance(nearest.atTime(timeOfDay), created))
                    < 0) {
                nearest = date;
            }
        }
        return nearest;
    }

    private static Duration distance(LocalDateTime one, LocalDateTime other) {
        return Duration.between(one, other).abs();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
