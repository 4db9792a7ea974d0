package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.LineReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A stretch of lines in the order of time within a file that as a whole is not: exports of
 * databases that are grouped first and sorted within the groups.
 *
 * @param firstNanos time of its first row
 */
record Segment(long firstLine, long lastLine, long firstNanos) {
    /** A file with more has no order at all; it is then read as it stands. */
    private static final int LIMIT = 64;

    /**
     * The segments of what is left of a file, in the order of time; a single one where the file is
     * in order or has no order.
     *
     * @param time of a line, {@link RowClock#UNREADABLE} where it has none
     */
    static List<Segment> survey(LineReader lines, ToLongFunction<String> time) {
        List<Segment> segments = new ArrayList<>();
        long start = lines.number() + 1;
        long whole = start;
        long firstNanos = Long.MIN_VALUE;
        long previous = Long.MIN_VALUE;
        for (String line = lines.next(); line != null; line = lines.next()) {
            long nanos = time.applyAsLong(line);
            if (nanos == RowClock.UNREADABLE) {
                continue;
            }
            if (nanos < previous) {
                segments.add(new Segment(start, lines.number() - 1, firstNanos));
                start = lines.number();
                firstNanos = nanos;
            }
            firstNanos = firstNanos == Long.MIN_VALUE ? nanos : firstNanos;
            previous = nanos;
        }
        segments.add(new Segment(start, lines.number(), firstNanos));
        if (segments.size() > LIMIT) {
            return List.of(new Segment(whole, lines.number(), Long.MIN_VALUE));
        }
        segments.sort(Comparator.comparingLong(Segment::firstNanos));
        return List.copyOf(segments);
    }
}
