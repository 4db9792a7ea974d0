package dev.vitalcore.timing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import dev.vitalcore.timing.domain.corner.Corner;
import dev.vitalcore.timing.domain.corner.TimeLosses;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a round circuit of 3,000 m, which is too wide for a corner, and without positions. */
class CornersTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final long LATER = START + 1_000 * EpochNanos.PER_SECOND;

    private final RoundLaps laps = new RoundLaps();
    private final Corners corners = new Corners(laps, laps.store());

    @Test
    void aCircuitMayHaveNoCorner() {
        assertThat(corners.of(laps.inWorld("a", 1, START, 60, s -> 50 * s)).corners()).isEmpty();
    }

    @Test
    void findsCornersFromTheLateralAcceleration() {
        LapReference lap = laps.lap("a", 1, START, 60);
        withSpeed(lap, 180);
        laps.channel(
                lap,
                StandardChannels.ACCELERATION_LATERAL,
                Unit.STANDARD_GRAVITY,
                s -> s >= 20 && s <= 24 ? 2 : 0);

        Corners.OnLap found = corners.of(lap);

        assertThat(found.places()).isEmpty();
        assertThat(found.corners()).hasSize(1);
        Corner corner = found.corners().getFirst();
        assertThat(corner.apexMetres()).isCloseTo(22 * 50, within(5.0));
        assertThat(corner.fromMetres()).isCloseTo(20 * 50, within(20.0));
        assertThat(corner.untilMetres()).isCloseTo(24 * 50, within(20.0));
    }

    @Test
    void saysWhyThereAreNone() {
        LapReference lap = laps.lap("a", 1, START, 60);
        withSpeed(lap, 180);

        assertThatThrownBy(() -> corners.of(lap))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo("corners-not-found");
                            assertThat(fault.text())
                                    .contains("lap 1 of round/a has no positions, nor lateral");
                        });
    }

    @Test
    void comparesLapsWithTheReference() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference other = laps.onEarth("b", 2, LATER, 75, s -> 40 * s);

        Corners.Comparison table = corners.compare(reference, List.of(other, reference));

        assertThat(table.reference().lap()).isEqualTo(reference);
        assertThat(table.laps())
                .extracting(Corners.LapInCorners::lap)
                .containsExactly(other, reference);
        assertThat(table.laps().getFirst().lapSeconds()).isEqualTo(75);
    }

    @Test
    void saysWhereTheTimeIs() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference other = laps.onEarth("b", 2, LATER, 75, s -> 40 * s);

        TimeLosses losses = corners.losses(reference, other);

        assertThat(losses.totalSeconds()).isCloseTo(15, within(1e-6));
        // Neither lap has a speed: it is taken from the way.
        assertThat(losses.losses().getFirst().text())
                .contains("15.00 s lost; slower on the straight: 36 km/h less at its end");
    }

    @Test
    void measuresNothingByALapWhoseTimeIsUncertain() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference other = laps.onEarth("b", 2, LATER, 75, s -> 40 * s);
        laps.uncertain(other, EpochNanos.ofSeconds(2));

        assertThatThrownBy(() -> corners.losses(reference, other))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo("lap-uncertain");
                            assertThat(fault.text())
                                    .contains("lap 2 of round/b may be off by 2.0 s");
                        });
        assertThat(corners.compare(reference, List.of(other)).laps().getFirst().uncertain())
                .isTrue();
        assertThat(corners.compare(reference, List.of(other)).referenceUncertain()).isFalse();
        assertThat(corners.compare(other, List.of(reference)).referenceUncertain()).isTrue();
    }

    /** A minute on the grid would be a minute lost in the first corner. */
    @ParameterizedTest
    @CsvSource({
        "OUT, an out lap",
        "IN, an in lap",
        "PIT, a lap in the pits",
        "PARTIAL, a piece of a lap"
    })
    void refusesALapThatIsNotDrivenFromLineToLine(LapKind kind, String named) {
        LapReference whole = laps.onEarth("a", 5, START, 60, s -> 50 * s);
        LapReference other = laps.onEarth("a", 1, LATER, 120, s -> 50 * Math.max(0, s - 60));
        laps.is(other, kind);

        for (ThrowingCallable call :
                List.<ThrowingCallable>of(
                        () -> corners.of(other),
                        () -> corners.compare(whole, List.of(other)),
                        () -> corners.compare(other, List.of(whole)),
                        () -> corners.losses(whole, other),
                        () -> corners.losses(other, whole))) {
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> {
                                assertThat(fault.code()).isEqualTo("lap-not-whole");
                                assertThat(fault.text())
                                        .contains("lap 1 of round/a is " + named + ", so");
                                assertThat(fault.remedy()).isEqualTo("choose a flying lap");
                            });
        }
    }

    @Test
    void refusesLapsOfTwoCircuitsAndTooManyLaps() {
        LapReference reference = laps.onEarth("a", 1, START, 60, s -> 50 * s);
        LapReference half = laps.onEarth("b", 2, LATER, 30, s -> 50 * s);

        assertThatThrownBy(() -> corners.losses(reference, half))
                .hasFieldOrPropertyWithValue("code", "overlay-of-two-circuits");
        assertThatThrownBy(() -> corners.compare(reference, List.of(half)))
                .hasFieldOrPropertyWithValue("code", "overlay-of-two-circuits");
        assertThatThrownBy(() -> corners.compare(reference, Collections.nCopies(41, reference)))
                .hasFieldOrPropertyWithValue("code", "laps-out-of-range");
        assertThat(corners.compare(reference, Collections.nCopies(40, reference)).laps())
                .hasSize(40);
    }

    private void withSpeed(LapReference lap, double kmh) {
        laps.channel(lap, StandardChannels.SPEED, Unit.KILOMETRE_PER_HOUR, s -> kmh);
    }
}
