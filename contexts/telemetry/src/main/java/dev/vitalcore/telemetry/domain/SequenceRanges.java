package dev.vitalcore.telemetry.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A set of block numbers, kept as ascending ranges that neither overlap nor touch. Immutable. A
 * source that sends in order needs one range, so adding its next number copies two longs.
 */
public final class SequenceRanges {
    public static final SequenceRanges NONE = new SequenceRanges(new long[0]);

    /** first0, last0, first1, last1, … */
    private final long[] bounds;

    private SequenceRanges(long[] bounds) {
        this.bounds = bounds;
    }

    /**
     * Reads the form of {@link #toString()}.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static SequenceRanges parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        String[] parts = text.split(",", -1);
        long[] bounds = new long[parts.length * 2];
        long previous = -2;
        for (int i = 0; i < parts.length; i++) {
            int dash = parts[i].indexOf('-');
            long first = Long.parseLong(dash < 0 ? parts[i] : parts[i].substring(0, dash));
            long last = dash < 0 ? first : Long.parseLong(parts[i].substring(dash + 1));
            if (first <= previous + 1 || last < first) {
                throw new IllegalArgumentException(
                        "ranges '" + parts[i] + "' do not ascend after " + previous);
            }
            bounds[2 * i] = first;
            bounds[2 * i + 1] = last;
            previous = last;
        }
        return new SequenceRanges(bounds);
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    /** How many ranges. */
    public int rangeCount() {
        return bounds.length / 2;
    }

    /** How many numbers. */
    public long size() {
        long size = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            size += bounds[i + 1] - bounds[i] + 1;
        }
        return size;
    }

    /** The highest number, -1 when there is none. */
    public long highest() {
        return isEmpty() ? -1 : bounds[bounds.length - 1];
    }

    public boolean contains(long number) {
        int range = firstRangeEndingAtOrAfter(number);
        return range < rangeCount() && bounds[2 * range] <= number;
    }

    /** This set and the number. */
    public SequenceRanges plus(long number) {
        int range = firstRangeEndingAtOrAfter(number);
        if (range < rangeCount() && bounds[2 * range] <= number) {
            return this;
        }
        boolean touchesBelow = range > 0 && bounds[2 * range - 1] == number - 1;
        boolean touchesAbove = range < rangeCount() && bounds[2 * range] == number + 1;
        if (touchesBelow && touchesAbove) {
            return new SequenceRanges(spliced(2 * range - 1, 2 * range + 1));
        }
        if (touchesBelow) {
            return new SequenceRanges(spliced(2 * range - 1, 2 * range, number));
        }
        if (touchesAbove) {
            return new SequenceRanges(spliced(2 * range, 2 * range + 1, number));
        }
        return new SequenceRanges(spliced(2 * range, 2 * range, number, number));
    }

    /** This set without the number. */
    public SequenceRanges minus(long number) {
        if (!contains(number)) {
            return this;
        }
        int range = firstRangeEndingAtOrAfter(number);
        boolean isFirst = bounds[2 * range] == number;
        boolean isLast = bounds[2 * range + 1] == number;
        if (isFirst && isLast) {
            return new SequenceRanges(spliced(2 * range, 2 * range + 2));
        }
        if (isFirst) {
            return new SequenceRanges(spliced(2 * range, 2 * range + 1, number + 1));
        }
        if (isLast) {
            return new SequenceRanges(spliced(2 * range + 1, 2 * range + 2, number - 1));
        }
        return new SequenceRanges(spliced(2 * range + 1, 2 * range + 1, number - 1, number + 1));
    }

    /** Those of this set that are not above the number. */
    public SequenceRanges upTo(long number) {
        int range = firstRangeEndingAtOrAfter(number);
        boolean isCut = range < rangeCount() && bounds[2 * range] <= number;
        long[] upTo = Arrays.copyOf(bounds, 2 * range + (isCut ? 2 : 0));
        if (isCut) {
            upTo[upTo.length - 1] = number;
        }
        return new SequenceRanges(upTo);
    }

    /** The numbers from 0 to the highest that are not in this set. */
    public SequenceRanges holes() {
        long[] holes = new long[bounds.length];
        int length = 0;
        long next = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i] > next) {
                holes[length++] = next;
                holes[length++] = bounds[i] - 1;
            }
            next = bounds[i + 1] + 1;
        }
        return new SequenceRanges(Arrays.copyOf(holes, length));
    }

    /**
     * At most {@code limit} ranges that cover this set: the lowest ranges become one, which then
     * also spans what lies between them.
     */
    public SequenceRanges coarsenedTo(int limit) {
        int surplus = rangeCount() - limit;
        return surplus <= 0 ? this : new SequenceRanges(spliced(1, 2 * surplus + 1));
    }

    /** The ranges, ascending. */
    public List<SequenceRange> toList() {
        List<SequenceRange> ranges = new ArrayList<>(rangeCount());
        for (int i = 0; i < bounds.length; i += 2) {
            ranges.add(new SequenceRange(bounds[i], bounds[i + 1]));
        }
        return List.copyOf(ranges);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SequenceRanges ranges && Arrays.equals(bounds, ranges.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    /** E.g. {@code 0-41,43,50-99}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bounds.length; i += 2) {
            text.append(i == 0 ? "" : ",").append(bounds[i]);
            if (bounds[i + 1] > bounds[i]) {
                text.append('-').append(bounds[i + 1]);
            }
        }
        return text.toString();
    }

    /** Index of the first range that does not lie wholly below the number. */
    private int firstRangeEndingAtOrAfter(long number) {
        int low = 0;
        int high = rangeCount();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bounds[2 * middle + 1] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The bounds with those from {@code from} (inclusive) to {@code to} (exclusive) replaced. */
    private long[] spliced(int from, int to, long... replacement) {
        long[] result = new long[bounds.length - (to - from) + replacement.length];
        System.arraycopy(bounds, 0, result, 0, from);
        System.arraycopy(replacement, 0, result, from, replacement.length);
        System.arraycopy(bounds, to, result, from + replacement.length, bounds.length - to);
        return result;
    }
}
