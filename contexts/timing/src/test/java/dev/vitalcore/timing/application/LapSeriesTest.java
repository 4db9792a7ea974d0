package dev.vitalcore.timing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LapSeriesTest {
    private static final long START = 1_700_000_000_000_000_000L;

    /** GPS on a circle drawn with 20 chords a second: a few centimetres short of the arc. */
    private static final Offset<Double> A_METRE = within(1.0);

    private final RoundLaps laps = new RoundLaps();
    private final LapSeries series = new LapSeries(laps, laps.store());

    @Test
    void givesAChannelByTheTimeSinceTheLapBegan() {
        LapReference lap = laps.onEarth("a", 3, START, 60, s -> 50 * s);
        laps.channel(lap, "oil", Unit.CELSIUS, s -> 90 + s);

        LapSeries.Line line = series.byTime(lap.entry(), 3, List.of("oil"), 5_000).getFirst();

        assertThat(line.x()).hasSize(1_200).startsWith(0.013).isSorted();
        assertThat(line.x()[1_199]).isLessThan(60);
        for (int row = 0; row < line.x().length; row++) {
            assertThat(line.y()[row]).isCloseTo(90 + line.x()[row], within(1e-9));
        }
    }

    @Test
    void givesChannelsInTheOrderAskedFor() {
        LapReference lap = laps.onEarth("a", 3, START, 60, s -> 50 * s);
        laps.channel(lap, "oil", Unit.CELSIUS, s -> 90);
        laps.channel(lap, "fuel", Unit.BAR, s -> 3);

        assertThat(series.byTime(lap.entry(), 3, List.of("oil", "fuel"), 100))
                .extracting(line -> line.spec().name())
                .containsExactly("oil", "fuel");
        assertThat(series.byDistance(lap.entry(), 3, List.of("fuel", "oil"), 100))
                .extracting(line -> line.spec().name())
                .containsExactly("fuel", "oil");
    }

    @Test
    void keepsThePeakWhenThinnedOut() {
        LapReference lap = laps.onEarth("a", 3, START, 60, s -> 50 * s);
        laps.channel(lap, "shock", Unit.STANDARD_GRAVITY, s -> Math.abs(s - 30.013) < 1e-6 ? 7 : 0);

        LapSeries.Line line = series.byTime(lap.entry(), 3, List.of("shock"), 50).getFirst();

        assertThat(line.x()).hasSizeLessThanOrEqualTo(50);
        assertThat(Arrays.stream(line.y()).max()).hasValue(7);
    }

    @Test
    void givesAChannelByDistanceFromPositions() {
        LapReference lap = laps.onEarth("a", 3, START, 60, s -> 20 * s + s * s / 2);
        laps.channel(lap, StandardChannels.SPEED, Unit.METRE_PER_SECOND, s -> 20 + s);

        LapSeries.Line line =
                series.byDistance(lap.entry(), 3, List.of(StandardChannels.SPEED), 5_000)
                        .getFirst();

        for (int row = 0; row < line.x().length; row++) {
            double seconds = line.y()[row] - 20;
            assertThat(line.x()[row]).isCloseTo(20 * seconds + seconds * seconds / 2, A_METRE);
        }
    }

    @Test
    void givesAChannelByDistanceFromSpeedWhereThereAreNoPositions() {
        LapReference lap = laps.lap("a", 3, START, 60);
        laps.channel(lap, StandardChannels.SPEED, Unit.KILOMETRE_PER_HOUR, s -> 72 + 3.6 * s);

        LapSeries.Line line =
                series.byDistance(lap.entry(), 3, List.of(StandardChannels.SPEED), 5_000)
                        .getFirst();

        double lastSecond = (line.y()[line.y().length - 1] - 72) / 3.6;
        assertThat(line.x()[line.x().length - 1])
                .isCloseTo(20 * lastSecond + lastSecond * lastSecond / 2, within(0.1));
    }

    /** A game that knows better than its positions: it counts 3,100 m a lap. */
    @Test
    void givesAChannelByTheDistanceThatTheGameStates() {
        LapReference lap = laps.inWorld("a", 3, START, 60, s -> 50 * s);
        laps.channel(
                lap,
                StandardChannels.LAP_DISTANCE,
                Unit.METRE,
                s -> s < 0 ? 3_100 + 50 * s : s < 60 ? 3_100 * s / 60 : 50 * (s - 60));
        laps.channel(lap, "oil", Unit.CELSIUS, s -> 90 + s);

        LapSeries.Line line = series.byDistance(lap.entry(), 3, List.of("oil"), 5_000).getFirst();

        for (int row = 0; row < line.x().length; row++) {
            assertThat(line.x()[row]).isCloseTo((line.y()[row] - 90) * 3_100 / 60, within(1e-6));
        }
    }

    @Test
    void leavesAStatedDistanceThatCountsFromAnotherLine() {
        LapReference lap = laps.inWorld("a", 3, START, 60, s -> 50 * s);
        laps.channel(lap, StandardChannels.LAP_DISTANCE, Unit.METRE, s -> 50 * ((s + 20) % 60));
        laps.channel(lap, "oil", Unit.CELSIUS, s -> 90 + s);

        LapSeries.Line line = series.byDistance(lap.entry(), 3, List.of("oil"), 5_000).getFirst();

        for (int row = 0; row < line.x().length; row++) {
            assertThat(line.x()[row]).isCloseTo((line.y()[row] - 90) * 50, A_METRE);
        }
    }

    @Test
    void drawsTheWayOfTheLap() {
        LapReference lap = laps.onEarth("a", 3, START, 60, s -> 50 * s);

        LapSeries.Outline outline = series.outline(lap.entry(), 3, 101).orElseThrow();

        assertThat(outline.distanceMetres()).hasSize(101).isSorted();
        assertThat(outline.distanceMetres()[100]).isCloseTo(RoundLaps.LENGTH_M, within(3.0));
        assertThat(outline.positions())
                .isInstanceOfSatisfying(
                        Positions.OnEarth.class,
                        place -> {
                            assertThat(place.latitude()).hasSize(101);
                            assertThat(place.longitude()).hasSize(101);
                        });
    }

    @Test
    void drawsTheWayInTheWorldOfAGame() {
        LapReference lap = laps.inWorld("a", 3, START, 60, s -> 50 * s);

        assertThat(series.outline(lap.entry(), 3, 50))
                .map(LapSeries.Outline::positions)
                .containsInstanceOf(Positions.InWorld.class);
    }

    @Test
    void drawsNothingWhereThereAreNoPositions() {
        LapReference bare = laps.lap("a", 3, START, 60);
        LapReference onlySpeed = laps.lap("b", 3, START, 60);
        laps.channel(onlySpeed, StandardChannels.SPEED, Unit.KILOMETRE_PER_HOUR, s -> 180);

        assertThat(series.outline(bare.entry(), 3, 50)).isEqualTo(Optional.empty());
        assertThat(series.outline(onlySpeed.entry(), 3, 50)).isEqualTo(Optional.empty());
    }

    @Test
    void namesTheLapThatIsUnknown() {
        LapReference lap = laps.onEarth("a", 3, START, 60, s -> 50 * s);

        assertThatThrownBy(() -> series.byTime(lap.entry(), 4, List.of("oil"), 100))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo("lap-unknown");
                            assertThat(fault.text()).contains("lap 4 of round/a");
                        });
    }

    @Test
    void namesTheChannelThatIsUnknown() {
        LapReference lap = laps.onEarth("a", 3, START, 60, s -> 50 * s);

        assertThatThrownBy(() -> series.byDistance(lap.entry(), 3, List.of("oil"), 100))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo("channel-unknown");
                            assertThat(fault.text()).contains("'oil'").contains("lap 3");
                        });
    }

    @Test
    void refusesADistanceThatNothingTells() {
        LapReference lap = laps.lap("a", 3, START, 60);
        laps.channel(lap, "oil", Unit.CELSIUS, s -> 90);

        assertThatThrownBy(() -> series.byDistance(lap.entry(), 3, List.of("oil"), 100))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("lap-without-distance"));
    }

    @Test
    void refusesTooFewPoints() {
        LapReference lap = laps.onEarth("a", 3, START, 60, s -> 50 * s);

        assertThatThrownBy(() -> series.byTime(lap.entry(), 3, List.of("latitude"), 1))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo("points-out-of-range"));
    }
}
