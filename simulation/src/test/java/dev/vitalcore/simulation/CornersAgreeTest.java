package dev.vitalcore.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.simulation.circuit.Circuit;
import dev.vitalcore.simulation.circuit.RacingLine;
import dev.vitalcore.timing.domain.LapTrace;
import dev.vitalcore.timing.domain.corner.Corner;
import dev.vitalcore.timing.domain.corner.CornerFinder;
import dev.vitalcore.timing.domain.corner.CornerSearch;
import dev.vitalcore.timing.domain.corner.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Timing finds the corners that a circuit was drawn with, from positions on its centre line. */
class CornersAgreeTest {
    /** Even steps, as of a car at 180 km/h that is seen ten times a second. */
    private static final double STEP_M = 5;

    private static final double CLOSE_M = 25;

    @ParameterizedTest
    @ValueSource(strings = {"talheim", "harbour"})
    void withTheCornersThatWereDrawn(String name) {
        Circuit circuit = Circuit.named(name);

        List<Corner> found = found(trace(circuit, null));

        for (Corner corner : found) {
            double nearest =
                    circuit.corners().stream()
                            .mapToDouble(
                                    drawn -> Math.abs(drawn.apexMetres() - corner.apexMetres()))
                            .min()
                            .orElseThrow();
            assertThat(nearest).as("%s of %s", corner, name).isLessThan(CLOSE_M);
            boolean left = circuit.curvature(corner.apexMetres()) > 0;
            assertThat(corner.direction()).contains(left ? Direction.LEFT : Direction.RIGHT);
        }
        long expected =
                circuit.corners().stream()
                        .filter(drawn ->
                                Math.abs(circuit.curvature(drawn.apexMetres())) > 1 / 200.0)
                        .count();
        assertThat(found.size()).isCloseTo((int) expected, within(1));
        // Two drawn ones that follow each other closely are one: its apex is at neither of theirs.
        assertThat(circuit.corners())
                .filteredOn(drawn -> Math.abs(circuit.curvature(drawn.apexMetres())) > 1 / 200.0)
                .allSatisfy(drawn ->
                        assertThat(found)
                                .anySatisfy(corner ->
                                        assertThat(drawn.apexMetres())
                                                .isBetween(
                                                        corner.fromMetres() - CLOSE_M,
                                                        corner.untilMetres() + CLOSE_M)));
    }

    @Test
    void onTheRacingLineToo() {
        Circuit circuit = Circuit.named("talheim");

        List<Corner> centre = found(trace(circuit, null));
        LapTrace racing = trace(circuit, RacingLine.of(circuit));
        List<Corner> line = found(racing);

        // Where it straightens a bend fewer are corners, and two may be one, but none is new.
        assertThat(line.size()).isGreaterThanOrEqualTo(centre.size() - 3);
        assertThat(line)
                .allSatisfy(
                        corner -> assertThat(centre).anyMatch(same -> holds(racing, corner, same)));
    }

    private static boolean holds(LapTrace racing, Corner corner, Corner onCentre) {
        return corner.direction().equals(onCentre.direction())
                && onCentreLine(racing, corner.fromMetres()) <= onCentre.apexMetres()
                && onCentre.apexMetres() <= onCentreLine(racing, corner.untilMetres());
    }

    /** The samples of a trace lie at even steps of the centre line, whatever way they take. */
    private static double onCentreLine(LapTrace trace, double metres) {
        int found = Arrays.binarySearch(trace.metres(), metres);
        return STEP_M * (found < 0 ? -found - 1 : found);
    }

    private static List<Corner> found(LapTrace trace) {
        return ((CornerSearch.Found) CornerFinder.find(trace, Optional.empty())).corners();
    }

    private static LapTrace trace(Circuit circuit, @Nullable RacingLine line) {
        int samples = (int) (circuit.length() / STEP_M);
        double[] seconds = new double[samples];
        double[] latitude = new double[samples];
        double[] longitude = new double[samples];
        for (int sample = 0; sample < samples; sample++) {
            double metres = sample * STEP_M;
            double[] place = circuit.place(metres, line == null ? 0 : line.offset(metres));
            seconds[sample] = sample * 0.1;
            longitude[sample] = circuit.longitude(place[0]);
            latitude[sample] = circuit.latitude(place[1]);
        }
        return LapTrace.onEarth(seconds, latitude, longitude, circuit.length() / STEP_M * 0.1);
    }
}
