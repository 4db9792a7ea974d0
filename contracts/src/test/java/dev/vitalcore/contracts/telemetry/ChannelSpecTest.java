package dev.vitalcore.contracts.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.ChannelSpec.Calculated;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.kernel.Unit;
import org.junit.jupiter.api.Test;

class ChannelSpecTest {
    @Test
    void showsTheUnitOfItsValuesWhateverTheSourceCallsIt() {
        ChannelSpec recorded =
                new ChannelSpec(
                        "speed", "=speed", Unit.KILOMETRE_PER_HOUR, "mph", Precision.SINGLE);

        assertThat(recorded.shownUnit()).isEqualTo("km/h");
    }

    @Test
    void showsTheUnitOfACalculatedOneWhichOnlyItsNameTells() {
        ChannelSpec calculated =
                new ChannelSpec(
                        "jerk",
                        "=derivative(speed, 2)",
                        Unit.NONE,
                        "g/s",
                        Precision.DOUBLE,
                        new Calculated("derivative(speed, 2)", false));

        assertThat(calculated.shownUnit()).isEqualTo("g/s");
    }

    @Test
    void convertsOnlyBetweenUnitsOfOneKind() {
        ChannelSpec bar = new ChannelSpec("x", "X", Unit.BAR, "bar", Precision.SINGLE);
        ChannelSpec psi =
                new ChannelSpec("x", "X", Unit.POUND_PER_SQUARE_INCH, "", Precision.SINGLE);
        ChannelSpec count = new ChannelSpec("x", "X", Unit.NONE, "pcs", Precision.SINGLE);

        assertThat(bar.convertsTo(psi)).isTrue();
        assertThat(bar.convertsTo(count)).isFalse();
        assertThat(count.convertsTo(new ChannelSpec("x", "Y", Unit.NONE, "", Precision.SINGLE)))
                .isTrue();
    }

    @Test
    void convertsCalculatedUnitsOnlyOfOneName() {
        ChannelSpec bars = calculated("bar/s");

        assertThat(bars.convertsTo(calculated("bar/s"))).isTrue();
        assertThat(bars.convertsTo(calculated("psi/s"))).isFalse();
        assertThat(bars.convertsTo(new ChannelSpec("x", "X", Unit.NONE, "", Precision.SINGLE)))
                .isFalse();
    }

    private static ChannelSpec calculated(String unit) {
        return new ChannelSpec(
                "x",
                "=derivative(y)",
                Unit.NONE,
                unit,
                Precision.DOUBLE,
                new Calculated("derivative(y)", false));
    }
}
