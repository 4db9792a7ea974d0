package dev.vitalcore.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.platform.series.SeriesStore.KeptChannel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameQueriesTest {
    private static final int MOST_VALUES = 4 * 1024 * 1024;

    private final MemorySeries store = new MemorySeries();

    @Test
    void readsNoMoreValuesOfManyChannelsThanOfOne() {
        List<String> sixteen = IntStream.range(0, 16).mapToObj(Integer::toString).toList();
        sixteen.forEach(this::keep);

        read(sixteen.subList(0, 1));
        assertThat(store.rowsAllowed()).isEqualTo(MOST_VALUES);

        read(sixteen);
        assertThat(store.rowsAllowed()).isEqualTo(MOST_VALUES / 16);
    }

    private void read(List<String> channels) {
        FrameGrid grid = new FrameGrid(0, 1_000_000_000, 10);
        new FrameQueries(store).read(List.of(EntryId.parse("spa/7")), channels, grid);
    }

    private void keep(String name) {
        ChannelSpec spec =
                new ChannelSpec(name, name, Unit.PERCENT, "%", ChannelSpec.Precision.SINGLE);
        store.keep(new KeptChannel(spec, 0), new long[] {0}, new double[] {1});
    }
}
