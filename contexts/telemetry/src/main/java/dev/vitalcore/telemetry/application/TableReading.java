package dev.vitalcore.telemetry.application;

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
 * Reads a table from the store a slice of time after the other, so that no more is in memory than a
 * slice and what the samples around it reach over. The slices grow where there is little.
 */
final class TableReading {
    private static final int MOST_VALUES_A_SLICE = 1024 * 1024;
    private static final int MOST_VALUES_HANDED_OVER = 256 * 1024;
    private static final long FIRST_SLICE = 10 * EpochNanos.PER_SECOND;
    private static final long LONGEST_SLICE = 600 * EpochNanos.PER_SECOND;
    private static final long SHORTEST_SLICE = EpochNanos.PER_MILLI;

    private final SeriesStore store;
    private final SampleTable table;
    private final SampleTable.Taker taker;
    private final List<SampleWindow> windows;
    private final TimeBase base;
    private final int mostRows;
    private long longest = LONGEST_SLICE;
    private long slice = FIRST_SLICE;

    TableReading(SeriesStore store, SampleTable table, SampleTable.Taker taker) {
        this.store = store;
        this.table = table;
        this.taker = taker;
        this.base = table.base();
        this.mostRows = MOST_VALUES_A_SLICE / table.channels().size();
        this.windows =
                table.channels().stream()
                        .map(channel -> new SampleWindow(channel.spec(), channel.periodNanos()))
                        .toList();
    }

    void run() throws IOException {
        long reach = windows.stream().mapToLong(SampleWindow::reachNanos).max().orElse(0);
        long end = table.toNanos() + reach;
        long at = table.fromNanos() - reach;
        long done = table.fromNanos();
        while (at < end) {
            long until = Math.min(at + slice, end);
            if (!read(at, until)) {
                continue;
            }
            at = until;
            long whole = until == end ? table.toNanos() : Math.min(table.toNanos(), until - reach);
            if (whole > done) {
                handOver(base.times(windows, done, whole));
                done = whole;
                long from = done;
                windows.forEach(window -> window.cut(from - reach));
            }
        }
    }

    /** False where there is too much in the slice, which is then made shorter. */
    private boolean read(long from, long to) {
        List<Series> series;
        try {
            series = store.read(table.entry(), table.names(), from, to, mostRows);
        } catch (Fault refused) {
            if (!refused.code().equals("too-many-rows") || slice <= SHORTEST_SLICE) {
                throw refused;
            }
            slice = Math.max(SHORTEST_SLICE, slice / 2);
            longest = slice;
            return false;
        }
        int most = 0;
        for (int channel = 0; channel < series.size(); channel++) {
            Series found = series.get(channel);
            windows.get(channel).append(found.times(), inUnitOf(channel, found));
            most = Math.max(most, found.times().length);
        }
        if (most < mostRows / 4) {
            slice = Math.min(longest, 2 * slice);
        }
        return true;
    }

    /** A source that began to send meanwhile may have changed the channel's unit. */
    private double[] inUnitOf(int channel, Series found) {
        var unit = table.channels().get(channel).spec().unit();
        return found.spec().unit() == unit
                ? found.values()
                : Arrays.stream(found.values())
                        .map(value -> found.spec().unit().convert(value, unit))
                        .toArray();
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
            boolean blank = true;
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
