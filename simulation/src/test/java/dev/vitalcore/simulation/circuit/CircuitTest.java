package dev.vitalcore.simulation.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CircuitTest {
    static Stream<String> names() {
        return Circuit.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isClosedAndGoesRoundOnce(String name) {
        Circuit circuit = Circuit.named(name);
        double turned = 0;
        for (double metres = 0; metres < circuit.length(); metres++) {
            turned += circuit.curvature(metres);
        }

        assertThat(circuit.length()).isBetween(3_000.0, 7_000.0);
        assertThat(Math.abs(turned)).isCloseTo(2 * Math.PI, within(0.05));
        assertThat(circuit.place(circuit.length(), 0)).isEqualTo(circuit.place(0, 0));
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasNoKinks(String name) {
        Circuit circuit = Circuit.named(name);

        for (double metres = 0; metres < circuit.length(); metres++) {
            double change = circuit.curvature(metres + 1) - circuit.curvature(metres);
            assertThat(Math.abs(circuit.curvature(metres))).isLessThan(1 / 15.0);
            assertThat(Math.abs(change)).as("at %s", metres).isLessThan(0.005);
            assertThat(circuit.slope(metres)).isBetween(-0.12, 0.12);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void cornersStandInTheirOrderWhereTheRoadBends(String name) {
        Circuit circuit = Circuit.named(name);
        List<Double> apexes = circuit.corners().stream().map(Corner::apexMetres).toList();

        assertThat(apexes).isSorted().hasSizeGreaterThan(10);
        assertThat(apexes.getFirst()).isCloseTo(480, within(1.0));
        assertThat(apexes)
                .allSatisfy(apex ->
                        assertThat(Math.abs(circuit.curvature(apex))).isGreaterThan(1 / 200.0));
    }

    @Test
    void liesOnTheEarthAsItDoesInThePlane() {
        Circuit circuit = Circuit.named("talheim");
        double north = circuit.latitude(1_000) - circuit.latitude(0);
        double east = circuit.longitude(1_000) - circuit.longitude(0);

        // Of WGS 84 at 49.09 degrees north: 111 213 m and 73 018 m a degree.
        assertThat(1_000 / north).isCloseTo(111_213, within(40.0));
        assertThat(1_000 / east).isCloseTo(73_018, within(80.0));
    }

    @Test
    void knowsWhatThereIs() {
        assertThatThrownBy(() -> Circuit.named("spa"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spa")
                .hasMessageContaining("talheim");
    }
}
