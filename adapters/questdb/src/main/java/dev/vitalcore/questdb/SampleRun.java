package dev.vitalcore.questdb;

import java.util.Arrays;

/**
 * Samples of one channel, strictly ascending in time; grows at its end. Where two sources of an
 * entry give a sample for the same instant, the source whose name sorts first is believed, so that
 * reading twice gives the same.
 */
final class SampleRun {
    private static final int FIRST_CAPACITY = 1_024;

    private long[] times = new long[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private String[] sources = new String[FIRST_CAPACITY];
    private int size;

    void add(long time, double value, CharSequence source) {
        if (size > 0 && times[size - 1] == time) {
            if (CharSequence.compare(source, sources[size - 1]) < 0) {
                values[size - 1] = value;
                sources[size - 1] = source.toString();
            }
            return;
        }
        if (size == times.length) {
            grow();
        }
        times[size] = time;
        values[size] = value;
        sources[size] = named(source);
        size++;
    }

    /** Neighbours mostly have one source, and share its name. */
    private String named(CharSequence source) {
        String last = size > 0 ? sources[size - 1] : "";
        return last.contentEquals(source) ? last : source.toString();
    }

    long[] times() {
        return Arrays.copyOf(times, size);
    }

    double[] values() {
        return Arrays.copyOf(values, size);
    }

    /** Both runs as one. */
    SampleRun mergedWith(SampleRun other) {
        if (size == 0) {
            return other;
        }
        if (other.size == 0) {
            return this;
        }
        SampleRun merged = new SampleRun();
        int mine = 0;
        int theirs = 0;
        while (mine < size || theirs < other.size) {
            boolean takeMine =
                    theirs == other.size || (mine < size && times[mine] <= other.times[theirs]);
            if (takeMine) {
                merged.add(times[mine], values[mine], sources[mine]);
                mine++;
            } else {
                merged.add(other.times[theirs], other.values[theirs], other.sources[theirs]);
                theirs++;
            }
        }
        return merged;
    }

    private void grow() {
        times = Arrays.copyOf(times, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
        sources = Arrays.copyOf(sources, 2 * size);
    }
}
