package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.Decimals;
import dev.vitalcore.edge.input.Fields;
import dev.vitalcore.edge.input.LineReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first rows of a table, looked at before the layout is stated; they are read again later. */
record LookAhead(List<List<String>> rows) {
    private static final int ROWS = 200;
    private static final int FLOAT_DIGITS = 7;

    static LookAhead at(LineReader lines, Fields fields) {
        return new LookAhead(
                lines.peek(ROWS).stream()
                        .filter(line -> !line.isBlank())
                        .map(fields::split)
                        .toList());
    }

    /** The number of fields that most rows have; 0 without rows. */
    int width() {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Whether a column holds numbers: some, and at least twice as many as anything else. */
    boolean numeric(int column) {
        int numbers = 0;
        int others = 0;
        for (List<String> row : rows) {
            String field = column < row.size() ? row.get(column) : "";
            if (Decimals.isDecimal(field) || Flags.is(field)) {
                numbers++;
            } else if (!field.isEmpty() && !Absent.is(field)) {
                others++;
            }
        }
        return numbers > 0 && others * 2 <= numbers;
    }

    /** Whether a column has no value at all so far. */
    boolean blank(int column) {
        return rows.stream().allMatch(row -> column >= row.size() || Absent.is(row.get(column)));
    }

    /** Whether a column has numbers that a float does not keep. */
    boolean manyDigits(int column) {
        return rows.stream()
                .anyMatch(row ->
                        column < row.size()
                                && Decimals.significantDigits(row.get(column)) > FLOAT_DIGITS + 1);
    }

    /**
     * The time between rows, where at least four of five are a whole number of periods apart (lost
     * rows and doubled ones are common); else 0.
     *
     * @param width fields that a whole row has; the clock reads whole rows only
     */
    long periodNanos(RowClock clock, int width) {
        long[] times =
                rows.stream()
                        .filter(row -> row.size() >= width)
                        .mapToLong(clock::nanos)
                        .filter(time -> time != RowClock.UNREADABLE)
                        .toArray();
        long[] steps = new long[times.length];
        int count = 0;
        for (int i = 1; i < times.length; i++) {
            if (times[i] > times[i - 1]) {
                steps[count++] = times[i] - times[i - 1];
            }
        }
        if (count == 0) {
            return 0;
        }
        Arrays.sort(steps, 0, count);
        long period = steps[count / 2];
        long regular =
                Arrays.stream(steps, 0, count)
                        .filter(step -> Math.abs(step - nearest(step, period)) * 10 <= period)
                        .count();
        return regular * 5 >= count * 4L ? period : 0;
    }

    private static long nearest(long step, long period) {
        return Math.max(1, Math.round((double) step / period)) * period;
    }
}
