package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateWatchTest {
    private static final LocalPlane GROUND = LocalPlane.at(52.0, -1.0);

    private final GateWatch watch = new GateWatch(3, northward(30));

    @Test
    void interpolatesBetweenTheFixesOnEitherSide() {
        List<Evidence.Crossing> crossings = drive(0, -100, -50, -12, 4, 60);

        assertThat(crossings)
                .singleElement()
                .satisfies(crossing -> {
                    assertThat(crossing.gate()).isEqualTo(3);
                    assertThat(crossing.at()).isEqualTo(2_750_000_000L);
                    assertThat(crossing.forward()).isTrue();
                    assertThat(crossing.acrossMetres()).isCloseTo(0, within(1e-6));
                });
    }

    @Test
    void countsAFixExactlyOnTheLineOnce() {
        assertThat(drive(0, -100, -50, 0, 50, 100))
                .singleElement()
                .satisfies(crossing -> assertThat(crossing.at()).isEqualTo(2_000_000_000L));
    }

    @Test
    void countsAWiggleOverTheLineOnce() {
        assertThat(drive(0, -20, -5, 3, -2, 4, -1, 30)).hasSize(1);
    }

    @Test
    void countsAgainOnceTheCarHasBeenAway() {
        assertThat(drive(0, -20, 30, 200, -200, -150, -20, 30)).hasSize(3);
    }

    @Test
    void tellsTheDirection() {
        assertThat(drive(0, 100, 20, -20)).singleElement().matches(c -> !c.forward());
    }

    @ParameterizedTest
    @ValueSource(doubles = {17.9, -17.9})
    void meetsTheWidthAndTheErrorOfTheReceiver(double beside) {
        assertThat(drive(beside, -20, 20))
                .singleElement()
                .satisfies(crossing ->
                        assertThat(crossing.acrossMetres()).isCloseTo(beside, within(1e-3)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {18.1, -18.1, 400})
    void leavesOutWhatPassesBesideIt(double beside) {
        assertThat(drive(beside, -20, 20)).isEmpty();
    }

    @Test
    void aStandingCarPassesNothingHoweverItsPositionDrifts() {
        Fix south = new Fix(0, GROUND.latitudeAt(-1), -1.0, 0.4);
        Fix north = new Fix(1_000_000_000L, GROUND.latitudeAt(1), -1.0, 0.6);

        assertThat(watch.between(south, north)).isNull();
    }

    @Test
    void takesTheSpeedFromThePositionsWhereNoneIsRecorded() {
        Fix south = new Fix(0, GROUND.latitudeAt(-20), -1.0, Double.NaN);
        Fix north = new Fix(1_000_000_000L, GROUND.latitudeAt(30), -1.0, Double.NaN);

        Evidence.Crossing crossing = watch.between(south, north);

        assertThat(crossing).isNotNull();
        assertThat(crossing.speedKmh()).isCloseTo(180, within(0.01));
    }

    private static GateLine northward(double width) {
        return GateLine.of(
                new DeclaredGate(
                        DeclaredGate.Kind.START_FINISH,
                        "line",
                        new DeclaredGate.Point(52.0, -1.0, 0, width)));
    }

    /** One fix a second, so many metres north of the line. */
    private List<Evidence.Crossing> drive(double east, double... north) {
        List<Evidence.Crossing> found = new ArrayList<>();
        for (int index = 1; index < north.length; index++) {
            Evidence.Crossing crossing =
                    watch.between(fix(index - 1, east, north), fix(index, east, north));
            if (crossing != null) {
                found.add(crossing);
            }
        }
        return found;
    }

    private static Fix fix(int index, double east, double... north) {
        return new Fix(
                index * 1_000_000_000L,
                GROUND.latitudeAt(north[index]),
                GROUND.longitudeAt(east),
                100);
    }
}
