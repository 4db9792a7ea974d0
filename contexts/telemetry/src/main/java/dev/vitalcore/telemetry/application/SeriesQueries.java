package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.Decimation;
import dev.vitalcore.platform.series.SeriesStore;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Series of an entry by time, thinned out for drawing. */
public final class SeriesQueries {
    private static final int MOST_CHANNELS = 64;
    private static final int MOST_POINTS = 100_000;

    /** Bounds the memory of one query: 16 bytes a value, so 64 MiB. */
    private static final int MOST_VALUES = 4 * 1024 * 1024;

    private final SeriesStore store;
    private final FrameQueries frames;

    public SeriesQueries(SeriesStore store) {
        this.store = store;
        this.frames = new FrameQueries(store);
    }

    /**
     * The channels of several cars at the same moments.
     *
     * @throws Fault (user) when the question is too large
     */
    public FrameSheet frames(List<EntryId> entries, List<String> channels, FrameGrid grid) {
        return frames.read(entries, channels, grid);
    }

    /** The channels kept for the entry, by name; empty when nothing is kept. */
    public List<SeriesStore.KeptChannel> channels(EntryId entry) {
        return store.channels(entry);
    }

    /**
     * The channels in {@code fromNanos <= time < toNanos}, in the order asked for, each with at
     * most {@code points} samples; the lowest and the highest of each bucket are kept.
     *
     * @throws Fault (user) when a channel is not kept, or when the question is too large
     */
    public List<SeriesStore.Series> byTime(
            EntryId entry, List<String> channels, long fromNanos, long toNanos, int points) {
        requireBetween("channels", channels.size(), 1, MOST_CHANNELS);
        requireBetween("points", points, Decimation.FEWEST_POINTS, MOST_POINTS);
        if (fromNanos >= toNanos) {
            throw Fault.user(
                    "range-empty",
                    "the range from " + fromNanos + " to " + toNanos + " ns is empty",
                    "let it end after it begins");
        }
        int mostRows = MOST_VALUES / channels.size();
        return store.read(entry, channels, fromNanos, toNanos, mostRows).stream()
                .map(series -> Decimation.decimate(series, points))
                .toList();
    }

    /**
     * Those of the names that can be read for the entry, in their order.
     *
     * @throws Fault (user) when a name cannot be one of any entry
     */
    public Set<String> readable(EntryId entry, List<String> names) {
        return store.readable(entry, names);
    }

    /** The same, with math channels that stay as they are defined now. */
    public SeriesQueries frozen() {
        return new SeriesQueries(store.frozen());
    }

    /**
     * What is known of channels by their names, which may be expressions.
     *
     * @throws Fault (user) when one of them cannot be read for the entry
     */
    public List<SeriesStore.KeptChannel> described(EntryId entry, List<String> names) {
        return store.described(entry, names);
    }

    /**
     * Refuses a table that cannot be read, as far as that can be told without reading it.
     *
     * @throws Fault (user) when too much would be in memory for a single row
     */
    public void requireReadable(SampleTable table) {
        TableReading.requireReadable(store, table);
    }

    /**
     * All samples of a table, however many: they are read as they are taken, in the calling thread.
     *
     * @throws IOException that of the taker
     */
    public void table(SampleTable table, SampleTable.Taker taker) throws IOException {
        new TableReading(store, table, taker).run();
    }

    private static void requireBetween(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw Fault.user(
                    what + "-out-of-range", what + " is " + value, "use " + least + " to " + most);
        }
    }
}
