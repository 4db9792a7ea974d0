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
}
