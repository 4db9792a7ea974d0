package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A lap of 100 s at 50 m/s, sampled ten times a second. */
class StatedDistanceTest {
    private static final double LAP_S = 100;
    private static final double[] SECONDS =
            IntStream.range(0, 1_000).mapToDouble(row -> 0.05 + row / 10.0).toArray();

    @Test
    void isWhatIsStatedBetweenTheEnds() {
        StatedDistance distance = stated(s -> 50 * s);

        assertThat(distance.metres()).hasSize(1_000);
        assertThat(distance.at(40)).isCloseTo(2_000, within(1e-9));
        assertThat(distance.at(0)).isNaN();
        assertThat(distance.at(100)).isNaN();
    }

    @Test
    void leavesOutWhatStillCountsTheLapBeforeOrAlreadyTheNext() {
        StatedDistance distance =
                stated(s -> s < 0.3 ? 4_990 + 50 * s : s > 99.8 ? 50 * (s - 99.8) : 50 * s);

        assertThat(distance.seconds()[0]).isCloseTo(0.35, within(1e-9));
        assertThat(distance.seconds()[distance.seconds().length - 1])
                .isCloseTo(99.75, within(1e-9));
        assertThat(distance.metres()).isSorted();
    }

    @Test
    void isOfNoUseWhereItsLineIsAnother() {
        assertThat(of(s -> 50 * ((s + 30) % 100))).isEmpty();
    }

    @Test
    void isOfNoUseWhereItCountsFromElsewhere() {
        assertThat(of(s -> 15_000 + 50 * s)).isEmpty();
        assertThat(of(s -> -500 + 50 * s)).isEmpty();
    }

    @Test
    void isOfNoUseWhereAnEndIsMissing() {
        assertThat(of(s -> s < 2 ? Double.NaN : 50 * s)).isEmpty();
        assertThat(of(s -> s > 98 ? Double.NaN : 50 * s)).isEmpty();
        assertThat(of(s -> Double.NaN)).isEmpty();
        assertThat(of(s -> 0)).isEmpty();
    }

    @Test
    void doesNotFallWhereTheCarRollsBack() {
        StatedDistance distance =
                stated(s -> s < 40 ? 50 * s : s < 50 ? 2_000 - (s - 40) : 50 * (s - 10));

        assertThat(distance.metres()).isSorted();
        assertThat(distance.at(45)).isCloseTo(1_999.95, within(1e-9));
    }

    @Test
    void measuresAWayByItsOwnMetresAndKeepsThePlaces() {
        double[] x = Arrays.stream(SECONDS).map(s -> 49 * s).toArray();
        LapTrace driven = LapTrace.inWorld(SECONDS, x, new double[x.length], LAP_S);

        LapTrace measured = driven.measuredBy(stated(s -> s < 0.3 ? Double.NaN : 50 * s));

        assertThat(measured.lengthMetres()).isCloseTo(5_000, within(1e-6));
        assertThat(measured.seconds()).hasSize(997);
        assertThat(measured.place())
                .isInstanceOfSatisfying(
                        LapTrace.Place.InWorld.class,
                        place -> assertThat(place.x()).hasSize(997).startsWith(49 * SECONDS[3]));
    }

    private static StatedDistance stated(DoubleUnaryOperator metres) {
        return of(metres).orElseThrow();
    }

    private static Optional<StatedDistance> of(DoubleUnaryOperator metres) {
        return StatedDistance.of(SECONDS, Arrays.stream(SECONDS).map(metres).toArray(), LAP_S);
    }
}
