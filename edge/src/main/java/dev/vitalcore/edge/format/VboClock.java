package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.Decimals;
import dev.vitalcore.kernel.EpochNanos;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Event time of VBO rows: {@code hhmmss.sss} in UTC (some programs write {@code hh:mm:ss.sss}). A
 * fall of more than twelve hours is midnight. Without a date in the header the recording is put on
 * 1970-01-01.
 */
final class VboClock implements RowClock {
    private static final BigDecimal NANOS = BigDecimal.valueOf(EpochNanos.PER_SECOND);
    private static final long DAY = 86_400 * EpochNanos.PER_SECOND;
    private static final long HALF_DAY = DAY / 2;
    private static final long UNSET = -1;

    private final int column;
    private final Optional<LocalDateTime> created;
    private long day;
    private long previous = UNSET;

    VboClock(int column, Optional<LocalDateTime> created) {
        this.column = column;
        this.created = created;
    }

    @Override
    public long nanos(List<String> fields) {
        long timeOfDay = timeOfDay(fields.get(column));
        if (timeOfDay == UNREADABLE) {
            return UNREADABLE;
        }
        if (previous == UNSET) {
            day = firstDay(timeOfDay);
        } else if (timeOfDay < previous - HALF_DAY) {
            day += DAY;
        } else if (timeOfDay > previous + HALF_DAY && day > 0) {
            day -= DAY;
        }
        previous = timeOfDay;
        return day + timeOfDay;
    }

    private long firstDay(long timeOfDay) {
        return created.map(when ->
                        VboDates.dateOf(LocalTime.ofNanoOfDay(timeOfDay), when).toEpochDay())
                        .orElse(LocalDate.EPOCH.toEpochDay())
                * DAY;
    }

    /** Nanoseconds since midnight. */
    static long timeOfDay(String text) {
        long packed = Decimals.scaled(text.replace(":", ""), NANOS);
        if (packed < 0) {
            return UNREADABLE;
        }
        long clock = packed / EpochNanos.PER_SECOND;
        long hours = clock / 10_000;
        long minutes = clock / 100 % 100;
        long seconds = clock % 100;
        if (hours > 23 || minutes > 59 || seconds > 59) {
            return UNREADABLE;
        }
        return (hours * 3600 + minutes * 60 + seconds) * EpochNanos.PER_SECOND
                + packed % EpochNanos.PER_SECOND;
    }
}
