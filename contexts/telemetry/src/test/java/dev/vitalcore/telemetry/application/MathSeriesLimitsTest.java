package dev.vitalcore.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore.KeptChannel;
import dev.vitalcore.platform.series.SeriesStore.Series;
import dev.vitalcore.telemetry.domain.table.Fill;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How much is read for math channels at most, and how far around what is asked for. */
class MathSeriesLimitsTest extends MathSeriesFixture {
    @Test
    void readsFewerRowsWhereIrregularChannelsMayMakeMore() {
        recorded.keep(CAR, "a", Unit.METRE, 0, 120, s -> s % 2 > 0 ? NONE : s);
        recorded.keep(CAR, "b", Unit.METRE, 0, 120, s -> s % 2 > 0 ? s : NONE);

        assertThat(store.read(CAR, List.of("=a + b"), 0, 120 * SECOND, 480).getFirst().times())
                .hasSize(118);
        assertThat(refusal(List.of("=a + b"), 479).code()).isEqualTo("too-many-rows");
    }

    @Test
    void readsFewerRowsWhereAnExpressionTakesMoreMemory() {
        String sum = "=speed * wave + speed * wave";
        assertThat(store.read(CAR, List.of("speed"), 0, 120 * SECOND, 12_000)).hasSize(1);
        assertThat(refusal(List.of(sum), 12_000).code()).isEqualTo("too-many-rows");
        assertThat(store.read(CAR, List.of(sum), 0, 120 * SECOND, 100_000).getFirst().times())
                .hasSize(11_999);
    }

    /** A read of so many seconds before and after would be too much of all channels. */
    @Test
    void readsRecordedChannelsNoFartherThanAskedFor() {
        save("calm", "smooth(speed, 60)", null);
        save("slope", "derivative(front)", null);

        List<Series> read =
                store.read(
                        CAR,
                        List.of("wave", "calm", "speed", "front", "rear", "slope"),
                        55 * SECOND,
                        56 * SECOND,
                        6_000);

        assertThat(read)
                .extracting(series -> series.spec().name())
                .containsExactly("wave", "calm", "speed", "front", "rear", "slope");
        assertThat(read.get(1).times()).hasSize(100);
    }

    @Test
    void namesTheChannelThatLooksTooFar() {
        save("calm", "smooth(speed, 60)", null);

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() ->
                        store.read(CAR, List.of("wave", "calm"), 55 * SECOND, 56 * SECOND, 1_000))
                .withMessageContaining("channel 'calm' looks 60 s around each moment")
                .satisfies(fault -> assertThat(fault.remedy()).contains("leave 'calm' out"));
    }

    @Test
    void refusesATableOfWhichASingleRowNeedsTooMuchBeforeItIsRead() {
        MemorySeries fast = new MemorySeries();
        long[] times = LongStream.range(0, 600_000).map(row -> row * SECOND / 2000).toArray();
        ChannelSpec spec =
                new ChannelSpec("strain", "strain", Unit.NEWTON, "N", ChannelSpec.Precision.SINGLE);
        fast.keep(new KeptChannel(spec, SECOND / 2000), times, new double[times.length]);
        SeriesQueries queries = new SeriesQueries(new MathSeriesStore(fast, saved));

        queries.requireReadable(table(queries, "=lowpass(strain, 0.1)"));
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> queries.requireReadable(table(queries, "=lowpass(strain, 0.01)")))
                .withMessageContaining("'=lowpass(strain, 0.01)' looks 225 s around each moment");
    }

    private static SampleTable table(SeriesQueries queries, String channel) {
        return new SampleTable(
                CAR,
                queries.described(CAR, List.of("strain", channel)),
                250 * SECOND,
                300 * SECOND,
                OptionalDouble.empty(),
                Fill.LINEAR,
                false);
    }
}
