package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several sources of one entry, one after the other. */
class RunsTest {
    private static final TestDrive DRIVE = new TestDrive().laps(1, 1, 1).on(300);
    private static final long HOUR_NANOS = 3_600 * EpochNanos.PER_SECOND;

    private final EntryTiming timing = new EntryTiming();
    private final LapBook book = new LapBook();

    @Test
    void theHoursBetweenTwoRunsAreNoLap() {
        List<Fix> fixes = DRIVE.fixes(10, 0, 1);
        take("morning", fixes);
        List<LapCompleted> morning = flyingLaps();
        take("afternoon", TestDrive.later(fixes, 2 * HOUR_NANOS));

        assertThat(morning).isNotEmpty();
        assertThat(flyingLaps()).hasSize(2 * morning.size()).containsAll(morning);
        assertThat(book.laps())
                .allSatisfy(lap -> assertThat(lap.durationNanos()).isLessThan(HOUR_NANOS));
        assertThat(book.warnings()).isEmpty();
    }

    @Test
    void eachRunBeginsAndEndsAsItDoesAlone() {
        List<Fix> fixes = DRIVE.fixes(10, 0, 1);
        take("morning", fixes);
        List<LapKind> alone = book.laps().stream().map(LapCompleted::kind).toList();
        take("afternoon", TestDrive.later(fixes, 2 * HOUR_NANOS));

        List<LapKind> twice = new ArrayList<>(alone);
        twice.addAll(alone);
        assertThat(book.laps()).extracting(LapCompleted::kind).containsExactlyElementsOf(twice);
        assertThat(book.laps())
                .extracting(LapCompleted::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, twice.size()).boxed().toList());
    }

    @Test
    void theBeaconsOfTheSecondRunCountAsWell() {
        takeBeacons("morning", 0);
        takeBeacons("afternoon", 2 * HOUR_NANOS);

        assertThat(flyingLaps())
                .extracting(LapCompleted::endedBy)
                .hasSize(4)
                .containsOnly(Witness.BEACON);
    }

    /** The one is started a minute after the other has stopped. */
    @Test
    void theBeaconsOfTwoLoggersOfOneRunBothCount() {
        takeBeacons("first", 0);
        takeBeacons("second", 310 * EpochNanos.PER_SECOND);

        assertThat(flyingLaps().stream().filter(lap -> lap.endedBy() == Witness.BEACON))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    private void takeBeacons(String source, long laterNanos) {
        List<Long> times = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int second = 0; second <= 250; second++) {
            times.add(TestDrive.START + laterNanos + second * EpochNanos.PER_SECOND);
            rows.add(new double[] {150});
        }
        List<Long> beacons =
                Stream.of(20L, 110L, 200L)
                        .map(second -> times.getFirst() + second * EpochNanos.PER_SECOND)
                        .toList();
        TestBlocks.from(
                        new SourceId(source),
                        TestBlocks.blocks(
                                List.of(StandardChannels.SPEED), times, rows, List.of(), beacons))
                .forEach(block -> timing.accept(block).forEach(book::apply));
    }

    @Test
    void aRunThatComesBeforeTheOneThatWasThereIsTimedAsWell() {
        List<Fix> fixes = DRIVE.fixes(10, 0, 1);
        take("afternoon", TestDrive.later(fixes, 2 * HOUR_NANOS));
        int afternoon = flyingLaps().size();
        take("morning", fixes);

        assertThat(flyingLaps()).hasSize(2 * afternoon);
        assertThat(book.laps())
                .allSatisfy(lap -> assertThat(lap.durationNanos()).isLessThan(HOUR_NANOS));
    }

    @Test
    void aLoggerThatIsChangedWithinALapLeavesTheLapWhole() {
        List<Fix> fixes = DRIVE.fixes(10, 0, 1);
        EntryTiming undisturbed = new EntryTiming();
        LapBook whole = new LapBook();
        blocks("one", fixes).forEach(block -> undisturbed.accept(block).forEach(whole::apply));
        int half = fixes.size() / 2;

        take("first", fixes.subList(0, half));
        take("second", fixes.subList(half + 40, fixes.size()));

        assertThat(flyingLaps())
                .extracting(LapCompleted::startNanos)
                .isNotEmpty()
                .containsExactlyElementsOf(
                        whole.laps().stream()
                                .filter(lap -> lap.kind() == LapKind.FLYING)
                                .map(LapCompleted::startNanos)
                                .toList());
    }

    private List<LapCompleted> flyingLaps() {
        return book.laps().stream().filter(lap -> lap.kind() == LapKind.FLYING).toList();
    }

    private void take(String source, List<Fix> fixes) {
        blocks(source, fixes).forEach(block -> timing.accept(block).forEach(book::apply));
    }

    private static List<TelemetryBlock> blocks(String source, List<Fix> fixes) {
        return TestBlocks.from(
                new SourceId(source), TestBlocks.ofFixes(fixes, List.of(TestBlocks.line(DRIVE))));
    }
}
