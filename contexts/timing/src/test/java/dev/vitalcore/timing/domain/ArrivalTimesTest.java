package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A radio that holds samples back and stamps them when they arrive. */
class ArrivalTimesTest {
    private static final TestDrive DRIVE = new TestDrive().laps(1, 1, 1, 1, 1, 1, 1, 1).on(300);

    /** A passing happens 12 s after the link went down and 8 s before it is up again. */
    private static final double DOWN = DRIVE.passings().get(3) - 12;

    private static final double UP = DOWN + 20;

    @Test
    void aPassingThatWasHeldBackMakesBothItsLapsUncertain() {
        LapBook book = run(arriving(DRIVE.fixes(10, 0, 1)));

        List<LapCompleted> laps = flying(book);
        assertThat(laps).hasSize(7);
        // The passing is stated when the link is up again: 8 s too late.
        assertThat(TestBlocks.seconds(laps.get(2))).isGreaterThan(TestBlocks.seconds(laps.get(1)));
        assertThat(TestBlocks.seconds(laps.get(3))).isLessThan(TestBlocks.seconds(laps.get(1)) - 7);
        assertThat(laps.stream().filter(LapCertainty::uncertain))
                .containsExactly(laps.get(2), laps.get(3))
                .allMatch(lap -> lap.uncertaintyNanos() >= 20_000_000_000L);
        assertThat(LapSummary.of(book.laps()).best().orElseThrow()).isNotEqualTo(laps.get(3));
    }

    @Test
    void aCountedPassingThatWasHeldBackMakesBothItsLapsUncertain() {
        List<Fix> measured = DRIVE.fixes(10, 0, 1);
        List<double[]> rows = new ArrayList<>();
        for (Fix fix : measured) {
            long passed = DRIVE.passings().stream().filter(time -> time <= seconds(fix)).count();
            double begun = passed == 0 ? -20 : DRIVE.passings().get((int) passed - 1);
            rows.add(new double[] {passed, 40 * (seconds(fix) - begun), fix.speedKmh()});
        }
        List<Long> arrived = arriving(measured).stream().map(Fix::time).toList();
        List<String> channels =
                List.of(
                        StandardChannels.LAP_NUMBER,
                        StandardChannels.LAP_DISTANCE,
                        StandardChannels.SPEED);

        LapBook book =
                TestBlocks.run(TestBlocks.blocks(channels, arrived, rows, List.of(), List.of()));

        assertThat(flying(book)).hasSize(7).allMatch(LapCertainty::uncertain);
        assertThat(flying(book).stream().filter(lap -> lap.uncertaintyNanos() > 2_000_000_000L))
                .containsExactly(flying(book).get(2), flying(book).get(3))
                .allMatch(lap -> lap.uncertaintyNanos() >= 20_000_000_000L);
        LapCompleted best = LapSummary.of(book.laps()).best().orElseThrow();
        assertThat(best).isNotIn(flying(book).get(2), flying(book).get(3));
        assertThat(book.warnings())
                .extracting(warning -> warning.code())
                .containsExactly("times-of-arrival");
    }

    @Test
    void aPassingAfterAHoleIsKnownWellWhereTimesAreThoseOfMeasurement() {
        List<Fix> fixes =
                DRIVE.fixes(10, 0, 1).stream()
                        .filter(fix -> seconds(fix) < DOWN || seconds(fix) > DOWN + 10)
                        .toList();

        LapBook book = run(fixes);

        assertThat(flying(book)).hasSize(7).noneMatch(LapCertainty::uncertain);
        assertThat(book.warnings()).isEmpty();
    }

    /** Each second in a burst, a thousandth apart; what fell into the hole when it ended. */
    private static List<Fix> arriving(List<Fix> fixes) {
        List<Fix> arrived = new ArrayList<>();
        long last = 0;
        for (Fix fix : fixes) {
            double due = Math.ceil(seconds(fix));
            double open = due > DOWN && due < UP ? UP : due;
            last = Math.max(last + 1_000_000, TestDrive.START + Math.round(open * 1e9));
            arrived.add(new Fix(last, fix.latitude(), fix.longitude(), fix.speedKmh()));
        }
        return arrived;
    }

    private static double seconds(Fix fix) {
        return (fix.time() - TestDrive.START) / 1e9;
    }

    private static LapBook run(List<Fix> fixes) {
        return TestBlocks.run(TestBlocks.ofFixes(fixes, List.of(TestBlocks.line(DRIVE))));
    }

    private static List<LapCompleted> flying(LapBook book) {
        return book.laps().stream().filter(lap -> lap.kind() == LapKind.FLYING).toList();
    }
}
