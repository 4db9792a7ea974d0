package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore.KeptChannel;
import dev.vitalcore.platform.table.TableRows;
import dev.vitalcore.telemetry.domain.table.Fill;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SampleTableTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1000 * MS;

    private final MemorySeries store = new MemorySeries();

    @Test
    void isTheSameHoweverManySlicesItIsReadIn() throws IOException {
        keep("throttle", 1, 0, 2_000_000, time -> Math.sin(time / 3e8));
        keep("speed", 100, 30, 2_000_000, time -> time / 1e9);

        List<TableRows> parts = read(0, 2000 * SECOND, OptionalDouble.empty(), Fill.LINEAR);

        assertThat(parts).hasSizeGreaterThan(10);
        assertThat(parts).allSatisfy(part -> assertThat(part.count()).isBetween(1, 256 * 1024));
        long[] times = parts.stream().flatMapToLong(p -> Arrays.stream(p.times())).toArray();
        assertThat(times).hasSize(2_000_000);
        assertThat(times[1_234_567]).isEqualTo(1_234_567 * MS);
        double[] throttles = column(parts, 0);
        double[] speeds = column(parts, 1);
        assertThat(IntStream.range(0, times.length))
                .filteredOn(row -> throttles[row] != Math.sin(times[row] / 3e8))
                .isEmpty();
        // The first sample is at 30 ms; its channel is on a line through the origin.
        assertThat(IntStream.range(30, times.length))
                .filteredOn(row -> !(Math.abs(speeds[row] - times[row] / 1e9) < 1e-6))
                .isEmpty();
        assertThat(store.largestRead()).isLessThanOrEqualTo(2 * 512 * 1024);
    }

    @Test
    void readsDenseChannelsInShorterSlices() throws IOException {
        for (int channel = 0; channel < 200; channel++) {
            keep("strain_" + channel, 1, 0, 20_000, time -> time);
        }

        List<TableRows> parts = read(0, 20 * SECOND, OptionalDouble.empty(), Fill.NONE);

        assertThat(parts.stream().mapToInt(TableRows::count).sum()).isEqualTo(20_000);
        assertThat(store.refused()).isBetween(1, 4);
        assertThat(store.largestRead()).isLessThanOrEqualTo(1024 * 1024);
        assertThat(parts).allSatisfy(part -> assertThat(part.count()).isLessThanOrEqualTo(1310));
    }

    @Test
    void knowsTheSamplesAroundTheTimeAskedFor() throws IOException {
        keep("speed", 100, 0, 20, time -> time / 1e9);

        List<TableRows> parts = read(250 * MS, 1250 * MS, OptionalDouble.of(8), Fill.LINEAR);

        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().times())
                .containsExactly(
                        250 * MS, 375 * MS, 500 * MS, 625 * MS, 750 * MS, 875 * MS, 1000 * MS,
                        1125 * MS);
        assertThat(parts.getFirst().values()[0])
                .containsExactly(
                        new double[] {0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1, 1.125},
                        Offset.offset(1e-9));
    }

    @Test
    void hasNoRowsInAHoleOfAllChannelsAndBlanksInTheHoleOfOne() throws IOException {
        keep(
                "throttle",
                20,
                0,
                500,
                time -> time < 2 * SECOND || time > 8 * SECOND ? 1 : Double.NaN);
        keep("speed", 100, 0, 100, time -> time < 4 * SECOND || time > 8 * SECOND ? 2 : Double.NaN);

        List<TableRows> parts = read(0, 10 * SECOND, OptionalDouble.of(10), Fill.LINEAR);

        long[] times = parts.stream().flatMapToLong(p -> Arrays.stream(p.times())).toArray();
        assertThat(times).doesNotContain(5 * SECOND, 6 * SECOND).contains(3 * SECOND, 9 * SECOND);
        int atThree = Arrays.binarySearch(times, 3 * SECOND);
        assertThat(column(parts, 0)[atThree]).isNaN();
        assertThat(column(parts, 1)[atThree]).isEqualTo(2);
    }

    @Test
    void passesOverTimeInWhichNothingIs() throws IOException {
        long later = 100L * 365 * 24 * 3_600 * SECOND;
        keep("speed", 100, 0, 20, time -> 1);
        keep("throttle", 100, later / MS, 20, time -> 1);

        List<TableRows> parts = read(0, 2 * later, OptionalDouble.of(1000), Fill.LINEAR);

        assertThat(parts.stream().mapToInt(TableRows::count).sum()).isBetween(3_800, 4_100);
        assertThat(store.reads()).isLessThan(200);
    }

    @Test
    void hasBlankRowsInAHoleWhereTheyAreWanted() throws IOException {
        keep("throttle", 100, 0, 300, time -> time < SECOND || time > 20 * SECOND ? 1 : Double.NaN);
        SampleTable table =
                new SampleTable(
                        ENTRY,
                        store.channels(ENTRY),
                        0,
                        30 * SECOND,
                        OptionalDouble.of(10),
                        Fill.LINEAR,
                        true);
        List<TableRows> parts = new ArrayList<>();

        new SeriesQueries(store).table(table, parts::add);

        assertThat(parts.stream().mapToInt(TableRows::count).sum()).isEqualTo(300);
        assertThat(column(parts, 0)[100]).isNaN();
    }

    @Test
    void stopsWhenTheTakerDoes() {
        keep("throttle", 1, 0, 600_000, time -> 1);
        List<Long> taken = new ArrayList<>();
        SampleTable table = table(0, 600 * SECOND, OptionalDouble.empty(), Fill.LINEAR);

        assertThatThrownBy(() ->
                        new SeriesQueries(store)
                                .table(
                                        table,
                                        rows -> {
                                            taken.add((long) rows.count());
                                            throw new IOException("gone");
                                        }))
                .hasMessage("gone");
        assertThat(taken).hasSize(1);
        assertThat(store.largestRead()).isLessThan(30_000);
    }

    private void keep(
            String name, long periodMs, long firstMs, int count, LongToDoubleFunction value) {
        long[] times = new long[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = (firstMs + i * periodMs) * MS;
            values[i] = value.applyAsDouble(times[i]);
        }
        store.keep(
                new KeptChannel(
                        new ChannelSpec(
                                name, name, Unit.PERCENT, "%", ChannelSpec.Precision.SINGLE),
                        periodMs * MS),
                times,
                values);
    }

    private SampleTable table(long from, long to, OptionalDouble hz, Fill fill) {
        return new SampleTable(ENTRY, store.channels(ENTRY), from, to, hz, fill, false);
    }

    private List<TableRows> read(long from, long to, OptionalDouble hz, Fill fill)
            throws IOException {
        List<TableRows> parts = new ArrayList<>();
        new SeriesQueries(store).table(table(from, to, hz, fill), parts::add);
        return parts;
    }

    private static double[] column(List<TableRows> parts, int channel) {
        return parts.stream()
                .flatMapToDouble(part -> Arrays.stream(part.values()[channel]))
                .toArray();
    }
}
