package dev.vitalcore.telemetry.domain.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.Unit;
import org.junit.jupiter.api.Test;

class SampleWindowTest {
    private static final long MS = 1_000_000;

    @Test
    void drawsALineBetweenSamplesAndKeepsThem() {
        SampleWindow speed = window("speed", Unit.KILOMETRE_PER_HOUR, 100 * MS);
        speed.append(new long[] {0, 100 * MS}, new double[] {50, 60});

        assertThat(speed.at(0, Fill.LINEAR)).isEqualTo(50);
        assertThat(speed.at(25 * MS, Fill.LINEAR)).isEqualTo(52.5);
        assertThat(speed.at(100 * MS, Fill.LINEAR)).isEqualTo(60);
    }

    @Test
    void leavesBlankWhatIsNotSampledWhereNothingIsToBeFilled() {
        SampleWindow speed = window("speed", Unit.KILOMETRE_PER_HOUR, 100 * MS);
        speed.append(new long[] {0, 100 * MS}, new double[] {50, 60});

        assertThat(speed.at(0, Fill.NONE)).isEqualTo(50);
        assertThat(speed.at(25 * MS, Fill.NONE)).isNaN();
    }

    @Test
    void holdsWholeNumbersWithoutAUnit() {
        SampleWindow mode = window("mode", Unit.NONE, 100 * MS);
        mode.append(new long[] {0, 100 * MS, 200 * MS}, new double[] {3, 4, 4.5});

        assertThat(mode.at(99 * MS, Fill.LINEAR)).isEqualTo(3);
        assertThat(mode.at(150 * MS, Fill.LINEAR)).isEqualTo(4.25);
    }

    @Test
    void turnsAHeadingTheShortWay() {
        SampleWindow heading = window("heading", Unit.DEGREE, 100 * MS);
        heading.append(new long[] {0, 100 * MS, 200 * MS}, new double[] {358, 4, 356});

        assertThat(heading.at(50 * MS, Fill.LINEAR)).isEqualTo(1, within(1e-9));
        assertThat(heading.at(175 * MS, Fill.LINEAR)).isEqualTo(358, within(1e-9));
    }

    @Test
    void leavesHolesOpenButForTheSamplesBesideThem() {
        SampleWindow speed = window("speed", Unit.KILOMETRE_PER_HOUR, 100 * MS);
        speed.append(new long[] {0, 301 * MS}, new double[] {50, 60});

        assertThat(speed.at(40 * MS, Fill.LINEAR)).isEqualTo(50);
        assertThat(speed.at(60 * MS, Fill.LINEAR)).isNaN();
        assertThat(speed.at(200 * MS, Fill.LINEAR)).isNaN();
        assertThat(speed.at(260 * MS, Fill.LINEAR)).isEqualTo(60);
        assertThat(speed.at(360 * MS, Fill.LINEAR)).isNaN();
    }

    @Test
    void givesTheSameAfterACutAsBefore() {
        SampleWindow speed = window("speed", Unit.KILOMETRE_PER_HOUR, 100 * MS);
        speed.append(new long[] {0, 100 * MS, 200 * MS, 300 * MS}, new double[] {50, 60, 80, 70});

        speed.cut(250 * MS);

        assertThat(speed.times()).containsExactly(200 * MS, 300 * MS);
        assertThat(speed.at(250 * MS, Fill.LINEAR)).isEqualTo(75);
        speed.append(new long[] {400 * MS}, new double[] {90});
        assertThat(speed.at(350 * MS, Fill.LINEAR)).isEqualTo(80);
    }

    private static SampleWindow window(String name, Unit unit, long period) {
        return new SampleWindow(
                new ChannelSpec(name, name, unit, "", ChannelSpec.Precision.SINGLE), period);
    }
}
