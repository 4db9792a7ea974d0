package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.Holes;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.series.SeriesStore.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all cars of a session did at the same moments: one picture of the race after the other. */
final class FrameQueries {
    private static final int MOST_CHANNELS = 16;

    /** Bounds the answer: 8 bytes a value here, 4 on the wire. */
    private static final int MOST_VALUES = 2 * 1024 * 1024;

    /** Bounds the memory of the read of one car: 16 bytes a value, so 64 MiB. */
    private static final int MOST_VALUES_READ = 4 * 1024 * 1024;

    private final SeriesStore store;

    FrameQueries(SeriesStore store) {
        this.store = store;
    }

    /**
     * The channels of those entries at the moments of the grid; between samples they are
     * interpolated ({@link Resampling}).
     *
     * @throws Fault (user) when the question is too large
     */
    FrameSheet read(List<EntryId> entries, List<String> channels, FrameGrid grid) {
        if (channels.size() > MOST_CHANNELS) {
            throw Fault.user(
                    "channels-out-of-range",
                    "channels is " + channels.size(),
                    "use 1 to " + MOST_CHANNELS);
        }
        long values = (long) entries.size() * channels.size() * grid.steps();
        if (values > MOST_VALUES) {
            throw Fault.user(
                    "too-many-frames",
                    values + " values are asked for",
                    "ask for " + MOST_VALUES + " at most: fewer cars, channels or frames");
        }
        List<FrameSheet.Car> cars = new ArrayList<>(entries.size());
        for (EntryId entry : entries) {
            car(entry, channels, grid).ifPresent(cars::add);
        }
        return new FrameSheet(grid, channels, cars);
    }

    private Optional<FrameSheet.Car> car(EntryId entry, List<String> channels, FrameGrid grid) {
        List<String> known = List.copyOf(store.readable(entry, channels));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Map<String, double[]> read = new HashMap<>();
        List<Series> found =
                store.read(
                        entry,
                        known,
                        grid.fromNanos() - Holes.IN_FRAMES_NANOS,
                        grid.endNanos() + Holes.IN_FRAMES_NANOS,
                        MOST_VALUES_READ / known.size());
        for (Series series : found) {
            read.put(series.spec().name(), Resampling.at(grid, series));
        }
        List<double[]> columns = new ArrayList<>(channels.size());
        for (String channel : channels) {
            columns.add(read.getOrDefault(channel, nothing(grid)));
        }
        return Optional.of(new FrameSheet.Car(entry.car(), columns));
    }

    private static double[] nothing(FrameGrid grid) {
        double[] column = new double[grid.steps()];
        Arrays.fill(column, Double.NaN);
        return column;
    }
}
