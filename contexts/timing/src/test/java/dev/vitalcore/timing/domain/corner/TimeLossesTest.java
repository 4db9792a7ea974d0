package dev.vitalcore.timing.domain.corner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vitalcore.timing.domain.corner.Reason.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeLossesTest {
    private static DrivenLap reference() {
        return new DrivenLap().corner(500, 80, 400, 520).corner(1_500, 100, 1_420, 1_510);
    }

    @Test
    void saysWhatTheLapDidOtherwise() {
        DrivenLap slow = new DrivenLap().corner(500, 70, 380, 540).corner(1_500, 100, 1_420, 1_510);

        TimeLosses losses =
                TimeLosses.of(DrivenLap.CORNERS, reference().withBrake(), slow.withBrake());

        assertThat(losses.losses()).hasSize(1);
        TimeLosses.Loss loss = losses.losses().getFirst();
        assertThat(loss.corner()).contains(DrivenLap.CORNERS.getFirst());
        assertThat(loss.fromMetres()).isZero();
        assertThat(loss.untilMetres()).isEqualTo(1_010);
        assertThat(loss.lostSeconds())
                .isCloseTo(slow.lapSeconds() - reference().lapSeconds(), within(1e-9));
        assertThat(kinds(loss))
                .containsExactly(
                        Kind.BRAKES_EARLIER,
                        Kind.SLOWER_ENTRY,
                        Kind.SLOWER_APEX,
                        Kind.THROTTLE_LATER,
                        Kind.SLOWER_EXIT);
        assertThat(loss.text())
                .startsWith("Corner 1 (left), 0 to 1010 m: ")
                .contains("s lost; brakes 20 m earlier, ")
                .contains("10 km/h slower at the apex, on the throttle 0.9 s later");
    }

    @Test
    void aSlowStraightIsNamedAsSuch() {
        DrivenLap slow = reference().slower(0, 400, 6);

        TimeLosses.Loss loss =
                TimeLosses.of(DrivenLap.CORNERS, reference().withBrake(), slow.withBrake())
                        .losses()
                        .getFirst();

        assertThat(loss.text()).contains("slower on the straight: ");
        assertThat(kinds(loss)).containsExactly(Kind.SLOWER_STRAIGHT);
    }

    @Test
    void brakingLateIsNamedOnlyWhereTheCarIsSlowerAfterIt() {
        DrivenLap wide = new DrivenLap().corner(500, 60, 420, 520).corner(1_500, 100, 1_420, 1_510);
        DrivenLap good =
                new DrivenLap()
                        .corner(500, 80, 420, 520)
                        .corner(1_500, 100, 1_420, 1_510)
                        .slower(0, 300, 10);

        assertThat(kinds(first(wide))).contains(Kind.BRAKES_LATER, Kind.SLOWER_APEX);
        assertThat(kinds(first(good))).doesNotContain(Kind.BRAKES_LATER);
    }

    @Test
    void whereTheChannelsShowNothingItSaysSo() {
        DrivenLap slow = reference().slower(562, 700, 20);

        TimeLosses.Loss loss = first(slow);

        assertThat(loss.reasons()).isEmpty();
        assertThat(loss.text()).endsWith("s lost; the channels do not show why");
    }

    @Test
    void theThreeGreatestComeInTheirOrder() {
        List<Corner> corners = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            double from = 400.0 * number;
            corners.add(
                    new Corner(number, Optional.of(Direction.LEFT), from, from + 50, from + 100));
        }
        DrivenLap slow = new DrivenLap();
        slow.slower(400, 500, 10).slower(800, 900, 30).slower(1_200, 1_300, 20);
        slow.slower(1_600, 1_700, 40);

        TimeLosses losses = TimeLosses.of(corners, new DrivenLap().withBrake(), slow.withBrake());

        assertThat(losses.losses())
                .extracting(loss -> loss.corner().orElseThrow().number())
                .containsExactly(4, 2, 3);
        assertThat(losses.totalSeconds())
                .isCloseTo(slow.lapSeconds() - new DrivenLap().lapSeconds(), within(1e-9));
    }

    @Test
    void aFasterLapLosesNothing() {
        TimeLosses losses =
                TimeLosses.of(
                        DrivenLap.CORNERS,
                        reference().slower(0, 2_000, 5).withBrake(),
                        reference().withBrake());

        assertThat(losses.losses()).isEmpty();
        assertThat(losses.totalSeconds()).isNegative();
    }

    @Test
    void withoutCornersTheLapIsOnePiece() {
        DrivenLap slow = reference().slower(1_900, 2_000, 10);

        TimeLosses.Loss loss =
                TimeLosses.of(List.of(), reference().withBrake(), slow.withBrake())
                        .losses()
                        .getFirst();

        assertThat(loss.corner()).isEmpty();
        assertThat(loss.text()).startsWith("From 0 to 2000 m: ");
        assertThat(kinds(loss)).containsExactly(Kind.SLOWER_STRAIGHT);
    }

    private static TimeLosses.Loss first(DrivenLap slow) {
        return TimeLosses.of(DrivenLap.CORNERS, reference().withBrake(), slow.withBrake())
                .losses()
                .getFirst();
    }

    private static List<Kind> kinds(TimeLosses.Loss loss) {
        return loss.reasons().stream().map(Reason::kind).toList();
    }
}
