package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.series.SeriesStore.Series;
import java.util.List;
import java.util.Optional;

/**
 * Reads a stretch of time from the store a slice after the other, so that no more than a slice is
 * in memory. Slices shrink where the store refuses them and grow where there is little; what is
 * empty, be it years, is passed over in a few reads.
 */
final class SlicedRead {
    private static final long FIRST = 10 * EpochNanos.PER_SECOND;
    private static final long LONGEST = 600 * EpochNanos.PER_SECOND;
    private static final long SHORTEST = EpochNanos.PER_MILLI;

    /** Where nothing is; keeps doubling within a long. */
    private static final long LONGEST_EMPTY = Long.MAX_VALUE / 4;

    private final SeriesStore store;
    private final EntryId entry;
    private final List<String> channels;
    private final int mostRows;
    private long longest = LONGEST;
    private long slice = FIRST;

    /**
     * @param mostRows of a slice
     */
    SlicedRead(SeriesStore store, EntryId entry, List<String> channels, int mostRows) {
        this.store = store;
        this.entry = entry;
        this.channels = channels;
        this.mostRows = mostRows;
    }

    /** Takes the slices, in the order of time. */
    @FunctionalInterface
    interface Taker<E extends Exception> {
        /**
         * @param until the first moment after the slice
         */
        void take(List<Series> series, long until) throws E;
    }

    /**
     * Reads from {@code from} to before {@code end}.
     *
     * @throws Fault (user) when even the shortest slice has too many rows
     */
    <E extends Exception> void read(long from, long end, Taker<E> taker) throws E {
        long at = from;
        while (at < end) {
            long until = end - at <= slice ? end : at + slice;
            Optional<List<Series>> series = attempt(at, until);
            if (series.isPresent()) {
                taker.take(series.get(), until);
                at = until;
            }
        }
    }

    /**
     * Tries whether the shortest slice at that time can be read.
     *
     * @throws Fault (user) when it has too many rows
     */
    void requireReadable(long at) {
        store.read(entry, channels, at, at + SHORTEST, mostRows);
    }

    /** Empty where there is too much in the slice, which is then made shorter. */
    private Optional<List<Series>> attempt(long from, long to) {
        List<Series> series;
        try {
            series = store.read(entry, channels, from, to, mostRows);
        } catch (Fault refused) {
            if (!refused.code().equals(SeriesStore.TOO_MANY_ROWS) || slice <= SHORTEST) {
                throw refused;
            }
            slice = Math.max(SHORTEST, slice / 2);
            longest = Math.min(longest, slice);
            return Optional.empty();
        }
        int rows = series.stream().mapToInt(found -> found.times().length).max().orElse(0);
        if (rows == 0) {
            slice = Math.min(LONGEST_EMPTY, 2 * slice);
        } else {
            slice = Math.min(longest, rows < mostRows / 4 ? 2 * slice : slice);
        }
        return Optional.of(series);
    }
}
