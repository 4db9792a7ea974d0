package dev.vitalcore.edge.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Event time of generic CSV rows: a number in the stated unit, ISO 8601, or a clock with colons. A
 * number without a stated unit is in seconds, from 100,000,000,000 on in milliseconds (as seconds
 * that would be the year 5138). Numbers and clocks count from 1970-01-01T00:00:00Z.
 *
 * @param unit nanoseconds per unit; empty where the header states none
 */
record CsvClock(int column, Optional<BigDecimal> unit) implements RowClock {
    private static final BigDecimal SECOND = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal MILLISECOND = BigDecimal.valueOf(1_000_000);
    private static final int DIGITS_OF_MILLISECONDS = 12;

    @Override
    public long nanos(List<String> fields) {
        if (column >= fields.size()) {
            return UNREADABLE;
        }
        String text = fields.get(column);
        long number = Times.number(text, unit.orElseGet(() -> guess(text)));
        if (number != UNREADABLE) {
            return number;
        }
        long instant = Times.iso(text);
        return instant != UNREADABLE ? instant : Times.clock(text);
    }

    private static BigDecimal guess(String text) {
        int whole = 0;
        while (whole < text.length() && Character.isDigit(text.charAt(whole))) {
            whole++;
        }
        return whole >= DIGITS_OF_MILLISECONDS ? MILLISECOND : SECOND;
    }
}
