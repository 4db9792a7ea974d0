package dev.vitalcore.edge.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.edge.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlausibilityTest {
    private static final double METRES_PER_DEGREE = Math.toRadians(6_371_008.8);
    private static final double TRUE_M_PER_S = 40;

    @TempDir Path folder;

    @Test
    void aSpeedThatFitsThePositionsIsNotDoubted() throws IOException {
        assertThat(northward(TRUE_M_PER_S * 3.6)).isEmpty();
    }

    @Test
    void milesTakenForKilometresAreFound() throws IOException {
        assertThat(northward(TRUE_M_PER_S / 0.44704))
                .singleElement()
                .asString()
                .contains("taken as km/h", "1.61 times as fast", "in mph", "gain 1.609");
    }

    @Test
    void metresPerSecondAreFoundByTheDistanceDriven() throws IOException {
        assertThat(
                        doubts(
                                "speed [km/h],distance [m]",
                                i -> TRUE_M_PER_S,
                                i -> 0.1 * i * TRUE_M_PER_S))
                .singleElement()
                .asString()
                .contains("it may be in m/s", "gain 3.600");
    }

    @Test
    void aDifferenceThatNoUnitExplainsIsNoQuestionOfUnits() throws IOException {
        assertThat(northward(TRUE_M_PER_S * 3.6 / 1.3)).isEmpty();
    }

    @Test
    void accelerationsBeyondACarsAreFound() throws IOException {
        assertThat(doubts("lateral acceleration [g]", i -> 20 * Math.sin(i / 10.0)))
                .singleElement()
                .asString()
                .contains("acceleration_lateral", "from -20.00 to 20.00 g", "another");
    }

    @Test
    void aKerbIsNoWrongUnit() throws IOException {
        assertThat(doubts("lateral acceleration [g]", i -> i % 150 == 0 ? 12 : 1.5)).isEmpty();
    }

    @Test
    void aPedalThatIsAShareOfOneIsFound() throws IOException {
        assertThat(doubts("throttle [%]", i -> i % 50 / 49.0))
                .singleElement()
                .asString()
                .contains("throttle", "never goes above 1.000 %", "gain 100");
    }

    private List<String> northward(double speed) throws IOException {
        return doubts(
                "speed [km/h],latitude [deg],longitude [deg]",
                i -> speed,
                i -> 45 + 0.1 * i * TRUE_M_PER_S / METRES_PER_DEGREE,
                i -> -7.5);
    }

    /** Of a minute at 10 Hz. */
    private List<String> doubts(String header, IntToDoubleFunction... columns) throws IOException {
        StringBuilder text = new StringBuilder("time [s]," + header + "\n");
        for (int i = 0; i < 600; i++) {
            text.append(String.format(Locale.ROOT, "%.1f", i / 10.0));
            for (IntToDoubleFunction column : columns) {
                text.append(String.format(Locale.ROOT, ",%.9f", column.applyAsDouble(i)));
            }
            text.append('\n');
        }
        return Samples.of(Files.writeString(folder.resolve("minute.csv"), text.toString()))
                .warnings();
    }
}
