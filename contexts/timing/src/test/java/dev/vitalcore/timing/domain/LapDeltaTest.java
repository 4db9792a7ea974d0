package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LapDeltaTest {
    private final TestDrive drive = new TestDrive().laps(1, 1, 0.95);

    @Test
    void isTheDifferenceOfTheTimesAtEveryPlace() {
        LapDelta delta = LapDelta.of(onEarth(0, 0, 1), onEarth(1, 0, 2), 101);

        assertThat(delta.distanceMetres()[0]).isZero();
        assertThat(delta.distanceMetres()[100]).isCloseTo(TestDrive.LENGTH_M, within(2.0));
        for (int index = 0; index <= 100; index++) {
            double way = delta.distanceMetres()[index];
            double truth = TestDrive.secondsBetween(0, way) * (1 / 0.95 - 1);
            assertThat(delta.deltaSeconds()[index]).isCloseTo(truth, within(0.03));
        }
    }

    @Test
    void beginsAtZeroAndEndsWithTheDifferenceOfTheLapTimes() {
        LapTrace reference = onEarth(0, 0, 1);
        LapTrace other = onEarth(1, 0, 2);

        LapDelta delta = LapDelta.of(reference, other, 50);

        assertThat(delta.deltaSeconds()[0]).isZero();
        assertThat(delta.deltaSeconds()[49])
                .isCloseTo(other.lapSeconds() - reference.lapSeconds(), within(1e-9));
    }

    @Test
    void isNegativeWhereTheOtherLapIsAhead() {
        LapDelta delta = LapDelta.of(onEarth(1, 0, 2), onEarth(0, 0, 1), 50);

        assertThat(delta.deltaSeconds()[25]).isNegative();
    }

    @Test
    void aCarOnAnotherLineIsComparedAtTheSamePlaceAllTheSame() {
        LapDelta delta = LapDelta.of(onEarth(0, 0, 1), onEarth(0, 6, 1), 200);

        for (int index = 0; index < 200; index++) {
            // Six metres to the east are beside the track on the straights only.
            if (onStraight(delta.distanceMetres()[index])) {
                assertThat(delta.deltaSeconds()[index]).isCloseTo(0, within(0.005));
            }
        }
    }

    private static boolean onStraight(double way) {
        double fromMiddle =
                Math.abs(way - Math.round(way / TestDrive.LENGTH_M * 2) * TestDrive.LENGTH_M / 2);
        return fromMiddle < 380;
    }

    @Test
    void aWheelThatReadsFastIsStretchedToTheReference() {
        LapDelta delta = LapDelta.of(ofSpeed(0, 1), ofSpeed(1, 1.04), 101);

        assertThat(delta.distanceMetres()[100]).isCloseTo(TestDrive.LENGTH_M, within(3.0));
        for (int index = 0; index <= 100; index++) {
            double truth =
                    TestDrive.secondsBetween(0, delta.distanceMetres()[index]) * (1 / 0.95 - 1);
            assertThat(delta.deltaSeconds()[index]).isCloseTo(truth, within(0.05));
        }
    }

    @Test
    void samplesWithoutAPositionAreLeftOut() {
        double[] seconds = {0.5, 1, 1.5, 2};
        double[] nan = {47, Double.NaN, 47.0002, 47.0003};

        LapTrace trace = LapTrace.onEarth(seconds, nan, new double[] {8, 8, 8, 8}, 2.5);

        assertThat(trace.seconds()).containsExactly(0.5, 1.5, 2);
    }

    @Test
    void theFirstSampleIsAsFarFromTheLineAsTheCarWentUntilThen() {
        double[] metres =
                DistanceAxis.ofSpeed(new double[] {0.04, 0.08, 0.12}, new double[] {180, 180, 180});

        assertThat(metres).containsExactly(new double[] {2, 4, 6}, within(1e-9));
    }

    @Test
    void worksInTheWorldOfAGame() {
        double[] seconds = {0, 1, 2, 3, 4};
        double[] x = {0, 50, 100, 150, 200};
        double[] y = {0, 0, 0, 0, 0};
        double[] later = {0, 40, 80, 120, 160};
        LapTrace reference = LapTrace.inWorld(seconds, x, y, 4);
        LapTrace other = LapTrace.inWorld(seconds, later, y, 5);

        LapDelta delta = LapDelta.of(reference, other, 3);

        assertThat(delta.deltaSeconds()).containsExactly(new double[] {0, 0.5, 1}, within(1e-9));
    }

    /** 100 s at 20 m/s straight on; the other takes an escape road for 700 m at half the speed. */
    @Test
    void findsTheLineAgainAfterALongWayBesideIt() {
        double[] seconds = IntStream.range(0, 100).mapToDouble(row -> row + 0.5).toArray();
        double[] x = Arrays.stream(seconds).map(s -> 20 * s).toArray();
        double[] later = IntStream.range(0, 135).mapToDouble(row -> row + 0.5).toArray();
        double[] theirs =
                Arrays.stream(later)
                        .map(s -> s < 25 ? 20 * s : s < 95 ? 250 + 10 * s : 20 * (s - 35))
                        .toArray();
        double[] beside =
                Arrays.stream(theirs).map(way -> way > 500 && way < 1_200 ? 100 : 0).toArray();

        LapDelta delta =
                LapDelta.of(
                        LapTrace.inWorld(seconds, x, new double[100], 100),
                        LapTrace.inWorld(later, theirs, beside, 135),
                        201);

        assertThat(delta.deltaSeconds()[40]).isCloseTo(0, within(1e-6));
        for (int index = 125; index <= 200; index++) {
            assertThat(delta.deltaSeconds()[index]).isCloseTo(35, within(1e-6));
        }
    }

    /** The two legs of a hairpin lie 30 m apart; the other car is 18 m off its own line there. */
    @Test
    void staysOnItsLegOfAHairpin() {
        double[] seconds = IntStream.range(0, 400).mapToDouble(row -> row / 10.0 + 0.05).toArray();
        double[] x = Arrays.stream(seconds).map(s -> s < 20 ? 50 * s : 50 * (40 - s)).toArray();
        double[] y = Arrays.stream(seconds).map(s -> s < 20 ? 0 : 30).toArray();
        double[] off = Arrays.stream(seconds).map(s -> s < 20 ? 18 : 30).toArray();

        LapDelta delta =
                LapDelta.of(
                        LapTrace.inWorld(seconds, x, y, 40),
                        LapTrace.inWorld(seconds, x, off, 40),
                        401);

        for (int index = 0; index < 180; index++) {
            assertThat(delta.deltaSeconds()[index]).isCloseTo(0, within(0.02));
        }
    }

    /** The trace between two passings of the drive, moved east by some metres. */
    private LapTrace onEarth(int lap, double east, int next) {
        List<Fix> fixes = fixes(lap);
        double start = drive.passings().get(lap);
        LocalPlane plane = LocalPlane.at(TestDrive.LATITUDE, TestDrive.LONGITUDE);
        double moved = plane.longitudeAt(east) - TestDrive.LONGITUDE;
        return LapTrace.onEarth(
                fixes.stream().mapToDouble(fix -> seconds(fix) - start).toArray(),
                fixes.stream().mapToDouble(Fix::latitude).toArray(),
                fixes.stream().mapToDouble(fix -> fix.longitude() + moved).toArray(),
                drive.passings().get(next) - start);
    }

    private LapTrace ofSpeed(int lap, double factor) {
        List<Fix> fixes = fixes(lap);
        double start = drive.passings().get(lap);
        return LapTrace.ofSpeed(
                fixes.stream().mapToDouble(fix -> seconds(fix) - start).toArray(),
                fixes.stream().mapToDouble(fix -> fix.speedKmh() * factor).toArray(),
                drive.passings().get(lap + 1) - start);
    }

    private List<Fix> fixes(int lap) {
        double start = drive.passings().get(lap);
        double end = drive.passings().get(lap + 1);
        return drive.fixes(20, 0, 1).stream()
                .filter(fix -> seconds(fix) >= start && seconds(fix) < end)
                .toList();
    }

    private static double seconds(Fix fix) {
        return (fix.time() - TestDrive.START) / 1e9;
    }
}
