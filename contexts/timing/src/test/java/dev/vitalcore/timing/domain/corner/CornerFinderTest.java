package dev.vitalcore.timing.domain.corner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.timing.domain.LapTrace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CornerFinderTest {
    /** The fit reaches 25 m to either side. */
    private static final double CLOSE_M = 15;

    @Test
    void findsEachCornerWhereItWasDrawn() {
        List<Corner> corners =
                found(
                        new DrawnTrack()
                                .straight(300)
                                .left(60, 90)
                                .straight(200)
                                .right(20, 150)
                                .straight(400)
                                .left(180, 60)
                                .straight(300)
                                .driven(0));

        assertThat(corners).extracting(Corner::number).containsExactly(1, 2, 3);
        assertThat(corners)
                .extracting(corner -> corner.direction().orElseThrow())
                .containsExactly(Direction.LEFT, Direction.RIGHT, Direction.LEFT);
        double[][] drawn = {{300, 394.2}, {594.2, 646.6}, {1_046.6, 1_235.1}};
        for (int index = 0; index < drawn.length; index++) {
            Corner corner = corners.get(index);
            double from = drawn[index][0];
            double until = drawn[index][1];
            assertThat(corner.fromMetres()).isCloseTo(from, within(CLOSE_M));
            assertThat(corner.untilMetres()).isCloseTo(until, within(CLOSE_M));
            assertThat(corner.apexMetres()).isCloseTo((from + until) / 2, within(CLOSE_M));
        }
    }

    @Test
    void anErrorOfTheReceiverMakesNoCorner() {
        DrawnTrack track = new DrawnTrack().straight(1_000).right(80, 90).straight(1_000);

        assertThat(found(track.driven(0.1))).hasSize(1);
    }

    @Test
    void aBendInAStraightIsNoCorner() {
        DrawnTrack track = new DrawnTrack().straight(300).left(100, 10).straight(300);

        assertThat(found(track.driven(0))).isEmpty();
        assertThat(found(track.left(100, 25).straight(300).driven(0))).hasSize(1);
    }

    @Test
    void aCornerWithTwoApexesIsOne() {
        DrawnTrack near =
                new DrawnTrack().straight(300).left(50, 60).straight(40).left(50, 60).straight(300);
        DrawnTrack far =
                new DrawnTrack()
                        .straight(300)
                        .left(50, 60)
                        .straight(120)
                        .left(50, 60)
                        .straight(300);

        assertThat(found(near.driven(0))).hasSize(1);
        assertThat(found(far.driven(0))).hasSize(2);
    }

    @Test
    void aChicaneIsTwoCorners() {
        DrawnTrack track = new DrawnTrack().straight(300).left(40, 45).right(40, 45).straight(300);

        assertThat(found(track.driven(0)))
                .extracting(corner -> corner.direction().orElseThrow())
                .containsExactly(Direction.LEFT, Direction.RIGHT);
    }

    @Test
    void withoutPositionsTheLateralAccelerationTells() {
        DrawnTrack track =
                new DrawnTrack()
                        .straight(300)
                        .left(60, 90)
                        .straight(200)
                        .right(30, 90)
                        .straight(300);

        CornerSearch search = CornerFinder.find(track.unplaced(), Optional.of(track.grip(0.05)));

        CornerSearch.Found found = (CornerSearch.Found) search;
        assertThat(found.basis()).isEqualTo(CornerSearch.Basis.LATERAL_ACCELERATION);
        assertThat(found.corners()).hasSize(2);
        assertThat(found.corners()).allMatch(corner -> corner.direction().isEmpty());
        assertThat(found.corners().get(0).apexMetres()).isCloseTo(347, within(CLOSE_M));
        assertThat(found.corners().get(1).apexMetres()).isCloseTo(618, within(CLOSE_M));
    }

    @Test
    void saysWhyItFindsNone() {
        LapTrace trace = new DrawnTrack().straight(300).left(60, 90).unplaced();

        assertThat(CornerFinder.find(trace, Optional.empty()))
                .isEqualTo(
                        new CornerSearch.NotFound(
                                "has no positions, nor lateral acceleration together with speed"));
    }

    @Test
    void refusesALapThatIsLongerThanAnyCircuit() {
        LapTrace trace =
                LapTrace.inWorld(new double[] {0, 1}, new double[] {0, 90_000}, new double[2], 1);

        assertThat(CornerFinder.find(trace, Optional.empty()))
                .isEqualTo(new CornerSearch.NotFound("is 90 km long, as no circuit is"));
    }

    private static List<Corner> found(LapTrace trace) {
        return ((CornerSearch.Found) CornerFinder.find(trace, Optional.empty())).corners();
    }
}
