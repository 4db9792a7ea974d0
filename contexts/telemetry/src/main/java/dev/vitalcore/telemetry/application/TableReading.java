package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.series.SeriesStore.Series;
import dev.vitalcore.platform.table.TableRows;
import dev.vitalcore.telemetry.domain.table.SampleWindow;
import dev.vitalcore.telemetry.domain.table.TimeBase;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the rows of a table from the store, of which it has no more in memory than a slice and what
 * the samples around it reach over.
 */
final class TableReading {
    private static final int MOST_VALUES_A_SLICE = 1024 * 1024;
    private static final int MOST_VALUES_HANDED_OVER = 256 * 1024;

    /** Bounds the times that are made at once: 600,000 at the highest rate. */
    private static final long LONGEST_PIECE = 600 * EpochNanos.PER_SECOND;

    private final SlicedRead read;
    private final SampleTable table;
    private final SampleTable.Taker taker;
    private final List<SampleWindow> windows;
    private final TimeBase base;
    private final long reach;
    private long done;

    TableReading(SeriesStore store, SampleTable table, SampleTable.Taker taker) {
        this.read = slices(store, table);
        this.table = table;
        this.taker = taker;
        this.base = table.base();
        this.windows =
                table.channels().stream()
                        .map(channel -> new SampleWindow(channel.spec(), channel.periodNanos()))
                        .toList();
        this.reach = windows.stream().mapToLong(SampleWindow::reachNanos).max().orElse(0);
        this.done = table.fromNanos();
    }

    /**
     * Tries a moment in the middle of the table.
     *
     * @throws dev.vitalcore.kernel.Fault (user) when too much is to be read for it
     */
    static void requireReadable(SeriesStore store, SampleTable table) {
        slices(store, table)
                .requireReadable(table.fromNanos() + (table.toNanos() - table.fromNanos()) / 2);
    }

    private static SlicedRead slices(SeriesStore store, SampleTable table) {
        return new SlicedRead(
                store, table.entry(), table.names(), MOST_VALUES_A_SLICE / table.channels().size());
    }

    void run() throws IOException {
        read.read(table.fromNanos() - reach, table.toNanos() + reach, this::take);
    }

    private void take(List<Series> series, long until) throws IOException {
        for (int channel = 0; channel < series.size(); channel++) {
            Series found = series.get(channel);
            windows.get(channel).append(found.times(), inUnitOf(channel, found));
        }
        // What comes later may still fill the last of the rows.
        long whole = Math.min(table.toNanos(), until - reach);
        if (whole > done) {
            makeRows(done, whole);
            done = whole;
            windows.forEach(window -> window.cut(whole - reach));
        }
    }

    /** A source that began to send meanwhile may have changed the channel's unit. */
    private double[] inUnitOf(int channel, Series found) {
        ChannelSpec spec = table.channels().get(channel).spec();
        if (!found.spec().convertsTo(spec)) {
            throw Fault.user(
                    "channel-units-differ",
                    "channel '"
                            + spec.name()
                            + "' was in '"
                            + spec.shownUnit()
                            + "' and has meanwhile come to be in '"
                            + found.spec().shownUnit()
                            + "'",
                    "ask again, or leave the channel out");
        }
        return found.spec().unit() == spec.unit()
                ? found.values()
                : Arrays.stream(found.values())
                        .map(value -> found.spec().unit().convert(value, spec.unit()))
                        .toArray();
    }

    private void makeRows(long from, long to) throws IOException {
        long at = firstRowFrom(from);
        while (at < to) {
            long until = to - at <= LONGEST_PIECE ? to : at + LONGEST_PIECE;
            handOver(base.times(windows, at, until));
            at = firstRowFrom(until);
        }
    }

    /** Before the next of the samples reaches so far, rows would be blank. */
    private long firstRowFrom(long time) {
        return table.blankRows()
                ? time
                : windows.stream()
                        .mapToLong(window -> window.firstFrom(time - reach))
                        .map(sample -> Math.max(time, sample - reach))
                        .min()
                        .orElse(Long.MAX_VALUE);
    }

    private void handOver(long[] times) throws IOException {
        int most = Math.max(1, MOST_VALUES_HANDED_OVER / windows.size());
        for (int from = 0; from < times.length; from += most) {
            TableRows rows =
                    rows(Arrays.copyOfRange(times, from, Math.min(times.length, from + most)));
            if (rows.count() > 0) {
                taker.take(rows);
            }
        }
    }

    private TableRows rows(long[] times) {
        double[][] values = new double[windows.size()][times.length];
        long[] kept = new long[times.length];
        int count = 0;
        for (long time : times) {
            boolean blank = !table.blankRows();
            for (int channel = 0; channel < values.length; channel++) {
                double value = windows.get(channel).at(time, table.fill());
                values[channel][count] = value;
                blank &= Double.isNaN(value);
            }
            if (!blank) {
                kept[count++] = time;
            }
        }
        for (int channel = 0; channel < values.length; channel++) {
            values[channel] = Arrays.copyOf(values[channel], count);
        }
        return new TableRows(Arrays.copyOf(kept, count), values);
    }
}
