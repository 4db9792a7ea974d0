package dev.vitalcore.telemetry.domain.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeBaseTest {
    private static final long MS = 1_000_000;

    @Test
    void rowsAreAtTheTimesOfTheFastestChannel() {
        List<SampleWindow> windows = List.of(window(50, 3, 53, 103), window(20, 0, 20, 40, 60, 80));

        assertThat(SampleTimes.OF_THE_FASTEST.times(windows, 0, 80 * MS))
                .containsExactly(nanos(0, 20, 40, 60));
    }

    @Test
    void aSlowerChannelGivesTheTimesWhereTheFastestIsSilent() {
        List<SampleWindow> windows =
                List.of(window(20, 0, 20, 200), window(50, 3, 53, 103, 153, 203));

        assertThat(SampleTimes.OF_THE_FASTEST.times(windows, 0, 1000 * MS))
                .containsExactly(nanos(0, 20, 53, 103, 153, 200));
    }

    @Test
    void channelsWithoutAFixedRateFillHolesOnly() {
        List<SampleWindow> windows = List.of(window(0, 7, 111, 900), window(20, 0, 20, 40));

        assertThat(SampleTimes.OF_THE_FASTEST.times(windows, 0, 1000 * MS))
                .containsExactly(nanos(0, 20, 40, 900));
    }

    @Test
    void channelsWithoutAFixedRateAmongThemselvesGiveAllTheirTimes() {
        List<SampleWindow> windows = List.of(window(0, 7, 111), window(0, 8, 111, 113));

        assertThat(SampleTimes.OF_THE_FASTEST.times(windows, 0, 1000 * MS))
                .containsExactly(nanos(7, 8, 111, 113));
    }

    @Test
    void everySampleHasItsRowWhereNothingIsFilled() {
        List<SampleWindow> windows = List.of(window(50, 3, 53), window(20, 0, 20, 40, 53));

        assertThat(SampleTimes.OF_ALL.times(windows, 0, 53 * MS))
                .containsExactly(nanos(0, 3, 20, 40));
    }

    @Test
    void aGridGoesOnWhereItWasLeft() {
        Grid grid = new Grid(5 * MS, 3);

        assertThat(grid.times(List.of(), 5 * MS, 800 * MS))
                .containsExactly(5 * MS, 338_333_333, 671_666_667);
        assertThat(grid.times(List.of(), 800 * MS, 1_100 * MS)).containsExactly(1_005 * MS);
    }

    private static SampleWindow window(long periodMs, long... timesMs) {
        SampleWindow window =
                new SampleWindow(
                        new ChannelSpec("a", "a", Unit.NONE, "", ChannelSpec.Precision.SINGLE),
                        periodMs * MS);
        window.append(nanos(timesMs), new double[timesMs.length]);
        return window;
    }

    private static long[] nanos(long... timesMs) {
        long[] nanos = timesMs.clone();
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] *= MS;
        }
        return nanos;
    }
}
