package dev.vitalcore.simulation.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RacingLineTest {
    @ParameterizedTest
    @ValueSource(strings = {"talheim", "harbour"})
    void staysOnTheRoadAndBendsLessThanIt(String name) {
        Circuit circuit = Circuit.named(name);
        RacingLine line = RacingLine.of(circuit);
        double ofLine = 0;
        double ofRoad = 0;
        for (int point = 0; point < line.count(); point++) {
            double metres = point * line.step();
            assertThat(Math.abs(line.offset(metres))).isLessThan(circuit.width(metres) / 2 - 1);
            ofLine += Math.pow(line.curvatureAt(point), 2);
            ofRoad += Math.pow(circuit.curvature(metres), 2);
        }

        assertThat(ofLine).isLessThan(0.7 * ofRoad);
    }

    @ParameterizedTest
    @ValueSource(strings = {"talheim", "harbour"})
    void cutsToTheInsideOfACorner(String name) {
        Circuit circuit = Circuit.named(name);
        RacingLine line = RacingLine.of(circuit);
        Corner first = circuit.corners().getFirst();

        double inside = Math.signum(circuit.curvature(first.apexMetres()));

        assertThat(line.offset(first.apexMetres()) * inside).isGreaterThan(2);
        assertThat(line.offset(first.apexMetres() - 90) * inside).isLessThan(0);
    }
}
