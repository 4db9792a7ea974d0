package dev.vitalcore.timing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlaysTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final long LATER = START + 1_000 * EpochNanos.PER_SECOND;

    private final RoundLaps laps = new RoundLaps();
    private final Overlays overlays = new Overlays(laps, laps.store());

    @Test
    void saysWhereTheOtherLapIsBehind() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference other = laps.onEarth("b", 2, LATER, 67.5, OverlaysTest::slowInTheSecondHalf);

        Overlays.Overlay overlay = overlays.overlay(reference, other, List.of(), 301);

        assertThat(overlay.distanceMetres()).hasSize(301).isSorted().startsWith(0);
        assertThat(overlay.distanceMetres()[300]).isCloseTo(RoundLaps.LENGTH_M, within(3.0));
        assertThat(overlay.deltaSeconds()[75]).isCloseTo(0, within(0.03));
        assertThat(overlay.deltaSeconds()[150]).isCloseTo(0, within(0.03));
        assertThat(overlay.deltaSeconds()[225]).isCloseTo(3.75, within(0.03));
        assertThat(overlay.deltaSeconds()[300]).isCloseTo(7.5, within(1e-9));
    }

    @Test
    void isZeroOfALapAgainstItself() {
        LapReference lap = laps.onEarth("a", 1, START, 60, s -> 50 * s);

        Overlays.Overlay overlay = overlays.overlay(lap, lap, List.of(), 200);

        assertThat(overlay.deltaSeconds()).containsOnly(new double[200], within(1e-3));
    }

    @Test
    void givesBothLapsValuesAtTheSamePlace() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference other = laps.onEarth("b", 2, LATER, 67.5, OverlaysTest::slowInTheSecondHalf);
        laps.channel(reference, StandardChannels.DISTANCE, Unit.METRE, s -> 50 * s);
        laps.channel(
                other,
                StandardChannels.DISTANCE,
                Unit.KILOMETRE,
                s -> slowInTheSecondHalf(s) / 1_000);

        Overlays.Channel distance =
                overlays.overlay(reference, other, List.of(StandardChannels.DISTANCE), 301)
                        .channels()
                        .getFirst();

        assertThat(distance.spec().unit()).isEqualTo(Unit.METRE);
        for (int index = 0; index <= 300; index++) {
            assertThat(distance.reference()[index]).isCloseTo(10.0 * index, within(3.0));
            assertThat(distance.other()[index]).isCloseTo(10.0 * index, within(3.0));
        }
    }

    @Test
    void keepsWhatCountsInStepsInSteps() {
        LapReference lap = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        laps.channel(lap, StandardChannels.GEAR, Unit.NONE, s -> Math.floor(Math.max(0, s) / 10));

        Overlays.Channel gear =
                overlays.overlay(lap, lap, List.of(StandardChannels.GEAR), 997)
                        .channels()
                        .getFirst();

        assertThat(gear.reference()).containsOnly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void showsOnlyCodesThatWereSent() {
        LapReference lap = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        laps.channel(
                lap, StandardChannels.TYRE_COMPOUND, Unit.NONE, s -> Math.floor(s) % 2 > 0 ? 1 : 4);
        laps.channel(lap, "mode", Unit.NONE, s -> Math.floor(s) % 2 > 0 ? 7 : 2);

        List<Overlays.Channel> codes =
                overlays.overlay(lap, lap, List.of(StandardChannels.TYRE_COMPOUND, "mode"), 2_000)
                        .channels();

        assertThat(codes.get(0).reference()).containsOnly(1, 4);
        assertThat(codes.get(1).other()).containsOnly(2, 7);
    }

    @Test
    void leavesOutWhatOneLapDoesNotHave() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference other = laps.onEarth("b", 2, LATER, 60, s -> 50 * s);
        laps.channel(other, "boost", Unit.BAR, s -> 1.5);

        Overlays.Channel boost =
                overlays.overlay(reference, other, List.of("boost"), 10).channels().getFirst();

        assertThat(boost.reference()).containsOnly(Double.NaN);
        assertThat(boost.other()).containsOnly(1.5);
    }

    @Test
    void doesNotBridgeALongSilence() {
        LapReference lap = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        laps.channel(lap, "oil", Unit.CELSIUS, s -> s > 20 && s < 30 ? Double.NaN : 90);

        Overlays.Channel oil = overlays.overlay(lap, lap, List.of("oil"), 61).channels().getFirst();

        assertThat(oil.reference()[15]).isEqualTo(90);
        assertThat(oil.reference()[25]).isNaN();
        assertThat(oil.reference()[35]).isEqualTo(90);
    }

    @Test
    void drawsTheLineOfTheReference() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference inGame = laps.inWorld("g", 1, LATER, 60, s -> 50 * s);

        assertThat(overlays.overlay(reference, inGame, List.of(), 20).line())
                .containsInstanceOf(Positions.OnEarth.class);
        assertThat(overlays.overlay(inGame, reference, List.of(), 20).line())
                .containsInstanceOf(Positions.InWorld.class);
    }

    @Test
    void comparesByStretchedDistanceWhereOneHasOnlySpeed() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference other = laps.lap("b", 2, LATER, 66);
        // A wheel that reads 10 % high.
        laps.channel(other, StandardChannels.SPEED, Unit.KILOMETRE_PER_HOUR, s -> 180);

        Overlays.Overlay overlay = overlays.overlay(reference, other, List.of(), 11);

        assertThat(overlay.deltaSeconds()[5]).isCloseTo(3, within(0.05));
        assertThat(overlay.line()).isPresent();
    }

    @Test
    void refusesUnitsThatDoNotMeasureTheSame() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference other = laps.onEarth("b", 2, LATER, 60, s -> 50 * s);
        laps.channel(reference, "oil", Unit.CELSIUS, s -> 90);
        laps.channel(other, "oil", Unit.BAR, s -> 4);

        assertThatThrownBy(() -> overlays.overlay(reference, other, List.of("oil"), 10))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("channel-units-differ"));
    }

    @Test
    void refusesCalculatedUnitsThatDiffer() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference other = laps.onEarth("b", 2, LATER, 60, s -> 50 * s);
        laps.calculated(reference, "=derivative(x)", "bar/s", s -> 1);
        laps.calculated(other, "=derivative(x)", "psi/s", s -> 14.5);

        assertThatThrownBy(() -> overlays.overlay(reference, other, List.of("=derivative(x)"), 10))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo("channel-units-differ");
                            assertThat(fault.text()).contains("'bar/s'").contains("'psi/s'");
                        });
        assertThat(overlays.overlay(other, other, List.of("=derivative(x)"), 10).channels())
                .hasSize(1);
    }

    @Test
    void namesTheChannelThatNeitherLapHas() {
        LapReference lap = laps.onEarth("a", 1, START, 60, s -> 50 * s);

        assertThatThrownBy(() -> overlays.overlay(lap, lap, List.of("oil"), 10))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo("channel-unknown");
                            assertThat(fault.text()).contains("'oil'").contains("lap 1 of round/a");
                        });
    }

    @Test
    void refusesLapsOfTwoLengthsAndNamesThem() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference longer = laps.onEarth("b", 2, LATER, 60, s -> 55 * s);

        assertThatThrownBy(() -> overlays.overlay(reference, longer, List.of(), 10))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo("overlay-of-two-circuits");
                            assertThat(fault.text())
                                    .contains("lap 1 of round/a is 3.000 km long")
                                    .contains("lap 2 of round/b is 3.300 km long");
                        });
    }

    @Test
    void refusesLapsThatBeginFarFromEachOther() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference farther = laps.onEarth("b", 2, LATER, 60, s -> 50 * s);
        moveNorth(farther, 2);
        LapReference inGame = laps.inWorld("g", 1, START, 60, s -> 50 * s);
        LapReference inAnother = laps.inWorld("h", 1, LATER, 60, s -> 50 * s);
        laps.channel(inAnother, StandardChannels.WORLD_X, Unit.METRE, s -> 5_000 + 50 * s);

        assertThatThrownBy(() -> overlays.overlay(reference, farther, List.of(), 10))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo("overlay-of-two-circuits");
                            assertThat(fault.text())
                                    .contains("lap 2 of round/b begins 222 km from where")
                                    .contains("lap 1 of round/a begins");
                        });
        assertThatThrownBy(() -> overlays.overlay(inGame, inAnother, List.of(), 10))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("overlay-of-two-circuits"));
    }

    @Test
    void comparesAPieceOfALapThatBeginsAnywhereOnTheCircuit() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference piece = laps.onEarth("b", 1, LATER, 30, s -> 1_500 + 50 * s);
        laps.is(piece, LapKind.PARTIAL);
        LapReference elsewhere = laps.onEarth("c", 1, LATER, 30, s -> 50 * s);
        laps.is(elsewhere, LapKind.PARTIAL);
        moveNorth(elsewhere, 2);

        assertThat(overlays.overlay(reference, piece, List.of(), 10).deltaSeconds()).hasSize(10);
        assertThatThrownBy(() -> overlays.overlay(reference, elsewhere, List.of(), 10))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault ->
                                assertThat(fault.text())
                                        .contains("km from the way of lap 1 of round/a"));
    }

    @Test
    void refusesALapThatTellsNoDistance() {
        LapReference lap = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference bare = laps.lap("b", 2, LATER, 60);

        assertThatThrownBy(() -> overlays.overlay(lap, bare, List.of(), 10))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo("lap-without-distance");
                            assertThat(fault.text()).contains("lap 2 of round/b");
                        });
    }

    @Test
    void takesALengthThatAHoleCutsShortForNoOtherCircuit() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference holed =
                laps.onEarth("b", 2, LATER, 60, s -> s < 10 || s > 35 ? 50 * s : Double.NaN);

        assertThat(overlays.overlay(reference, holed, List.of(), 10).deltaSeconds()).hasSize(10);
    }

    /** Its way becomes another one that begins so much farther north. */
    private void moveNorth(LapReference lap, double degrees) {
        laps.channel(
                lap,
                StandardChannels.LATITUDE,
                Unit.DEGREE,
                s -> RoundLaps.SOUTH + degrees + s / 10_000);
    }

    /** 50 m/s to half way, then 40 m/s. */
    @Test
    void anOutLapIsTracedWhereItWasDrivenAndIsBehindNobody() {
        LapReference reference = laps.onEarth("a", 2, START, 60, s -> 50 * s);
        // It stands for a minute 1,000 m behind the line, and then drives to the line.
        LapReference out = laps.onEarth("b", 1, LATER, 100, s -> 1_000 + 50 * Math.max(0, s - 60));
        laps.is(out, LapKind.OUT);
        laps.channel(out, StandardChannels.SPEED, Unit.KILOMETRE_PER_HOUR, s -> s < 60 ? 0 : 180);

        Overlays.Overlay overlay =
                overlays.overlay(reference, out, List.of(StandardChannels.SPEED), 301);

        assertThat(overlay.deltaSeconds()).containsOnly(Double.NaN);
        double[] speed = overlay.channels().getFirst().other();
        assertThat(speed[50]).isNaN();
        assertThat(speed[200]).isCloseTo(180, within(0.1));
        assertThat(speed[299]).isCloseTo(180, within(0.1));
        assertThat(overlays.overlay(out, reference, List.of(), 301).deltaSeconds())
                .containsOnly(Double.NaN);
    }

    @Test
    void anInLapIsBehindAsFarAsItWasDriven() {
        LapReference reference = laps.onEarth("a", 2, START, 60, s -> 50 * s);
        // It ends, where its recording ends, after two thirds of the way.
        LapReference in = laps.onEarth("b", 3, LATER, 80, s -> Math.min(25 * s, 2_000));
        laps.is(in, LapKind.IN);
        laps.endsWithTheRecording(in);

        double[] delta = overlays.overlay(reference, in, List.of(), 301).deltaSeconds();

        assertThat(delta[0]).isCloseTo(0, within(1e-9));
        assertThat(delta[100]).isCloseTo(20, within(0.1));
        assertThat(delta[210]).isNaN();
        assertThat(delta[300]).isNaN();
    }

    @Test
    void anOutLapWithoutPositionsHasNoPlaceOnTheOther() {
        LapReference reference = laps.lap("a", 2, START, 60);
        LapReference out = laps.lap("b", 1, LATER, 90);
        laps.channel(reference, StandardChannels.SPEED, Unit.KILOMETRE_PER_HOUR, s -> 180);
        laps.channel(out, StandardChannels.SPEED, Unit.KILOMETRE_PER_HOUR, s -> 90);
        laps.is(out, LapKind.OUT);

        Overlays.Overlay overlay =
                overlays.overlay(reference, out, List.of(StandardChannels.SPEED), 301);

        assertThat(overlay.deltaSeconds()).containsOnly(Double.NaN);
        assertThat(overlay.channels().getFirst().other()).startsWith(Double.NaN, Double.NaN);
        assertThat(overlay.channels().getFirst().reference()[150]).isCloseTo(180, within(0.1));
    }

    private static double slowInTheSecondHalf(double seconds) {
        return seconds < 30 ? 50 * seconds : 1_500 + 40 * (seconds - 30);
    }
}
