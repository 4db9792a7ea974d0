package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.table.TableRows;
import dev.vitalcore.telemetry.domain.table.Fill;
import dev.vitalcore.telemetry.domain.table.Grid;
import dev.vitalcore.telemetry.domain.table.SampleTimes;
import dev.vitalcore.telemetry.domain.table.TimeBase;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * All samples of some channels of a car as one table.
 *
 * @param channels its columns, in this order
 * @param fromNanos {@code fromNanos <= time < toNanos} for all rows
 * @param blankRows whether rows without any value are there, too
 * @param hz rows of this rate from {@code fromNanos} on; empty: rows at the times of the samples
 */
public record SampleTable(
        EntryId entry,
        List<SeriesStore.KeptChannel> channels,
        long fromNanos,
        long toNanos,
        OptionalDouble hz,
        Fill fill,
        boolean blankRows) {
    public SampleTable {
        channels = List.copyOf(channels);
    }

    /** Takes the rows, some at a time and in the order of time. */
    @FunctionalInterface
    public interface Taker {
        void take(TableRows rows) throws IOException;
    }

    List<String> names() {
        return channels.stream().map(channel -> channel.spec().name()).toList();
    }

    TimeBase base() {
        if (hz.isPresent()) {
            return new Grid(fromNanos, hz.getAsDouble());
        }
        return switch (fill) {
            case NONE -> SampleTimes.OF_ALL;
            case LINEAR -> SampleTimes.OF_THE_FASTEST;
        };
    }
}
