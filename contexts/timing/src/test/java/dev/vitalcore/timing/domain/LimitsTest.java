package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.kernel.SourceId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What lies beyond the limits is left out, and said once. */
class LimitsTest {
    private static final TestDrive DRIVE = new TestDrive().laps(1, 1).on(300);
    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private final EntryTiming timing = new EntryTiming();
    private final LapBook book = new LapBook();

    @Test
    void saysOnceOfEachSourceThatFindsNoRoom() throws IOException {
        for (int source = 0; source < EntryTiming.MOST_WITH_ROWS; source++) {
            take(timing, run(source, 0).subList(0, 5));
        }
        EntryTiming restored = new EntryTiming();

        List<TimingEvent> events = new ArrayList<>();
        for (TelemetryBlock block : run(8, 0)) {
            events.addAll(timing.accept(block));
            restored = restored(timing);
        }
        for (TelemetryBlock block : run(8, 0)) {
            events.addAll(restored.accept(block));
        }

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        TimingEvent.TimingWarned.class,
                        warning -> {
                            assertThat(warning.code()).isEqualTo("source-left-out");
                            assertThat(warning.message()).contains("'source-8'", "8 of them");
                        });
    }

    @Test
    void sourcesThatHaveEndedTakeNoRoomAndKeepTheirLaps() {
        for (int source = 0; source < 12; source++) {
            take(timing, run(source, source));
        }

        assertThat(flyingLaps()).hasSize(12);
        assertThat(book.warnings()).isEmpty();
    }

    @Test
    void aSourceThatEndedWithABlockMissingGivesUpItsRows() {
        for (int source = 0; source < 12; source++) {
            List<TelemetryBlock> run = new ArrayList<>(run(source, source));
            run.remove(3);
            take(timing, run);
        }

        assertThat(flyingLaps()).hasSize(12);
        assertThat(book.warnings()).extracting(w -> w.code()).doesNotContain("source-left-out");
    }

    @Test
    void aSourceThatFellSilentLongAgoGivesUpItsRows() {
        for (int source = 0; source < 12; source++) {
            take(timing, run(source, source).subList(0, 5));
        }

        assertThat(book.warnings()).extracting(w -> w.code()).doesNotContain("source-left-out");
    }

    @Test
    void saysHowManyGatesAreLeftOut() {
        List<DeclaredGate> gates = new ArrayList<>(List.of(TestBlocks.line(DRIVE)));
        for (int number = 1; number < 40; number++) {
            gates.add(
                    TestBlocks.gate(
                            DRIVE, DeclaredGate.Kind.SECTOR, "split " + number, 9 * number));
        }

        take(timing, TestBlocks.ofFixes(DRIVE.fixes(10, 0, 1), gates));

        assertThat(book.warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("gates-left-out");
                    assertThat(warning.message()).contains("40 gates", "first 32");
                    assertThat(warning.timeNanos()).isEqualTo(TestDrive.START);
                    assertThat(warning.revision()).isEqualTo(1);
                });
    }

    @Test
    void saysHowManyBeaconsAreLeftOut() {
        List<Long> beacons =
                LongStream.range(0, 5_000)
                        .mapToObj(count -> TestDrive.START + count * 20_000_000_000L)
                        .toList();

        take(
                timing,
                TestBlocks.blocks(
                        List.of("speed"),
                        List.of(TestDrive.START),
                        Collections.nCopies(1, new double[] {100}),
                        List.of(),
                        beacons));

        assertThat(book.warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("beacons-left-out");
                    assertThat(warning.message()).contains("5000 passing times", "4096");
                });
    }

    @Test
    void saysOnceThatASourceShowsMoreThanIsKept() throws IOException {
        List<Long> times = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int row = 0; row < 9_000; row++) {
            times.add(TestDrive.START + row * 3_000_000_000L); // each a hole of the speed
            rows.add(new double[] {200});
        }
        EntryTiming restored = new EntryTiming();

        for (TelemetryBlock block :
                TestBlocks.blocks(List.of("speed"), times, rows, List.of(), List.of())) {
            restored.accept(block).forEach(book::apply);
            restored = block.sequence() % 1_000 == 0 ? restored(restored) : restored;
        }

        assertThat(book.warnings())
                .filteredOn(warning -> warning.code().equals("evidence-left-out"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.revision()).isEqualTo(1));
    }

    /** Each run has one. */
    private List<TimingEvent.LapCompleted> flyingLaps() {
        return book.laps().stream().filter(lap -> lap.kind() == LapKind.FLYING).toList();
    }

    private void take(EntryTiming into, List<TelemetryBlock> blocks) {
        blocks.forEach(block -> into.accept(block).forEach(book::apply));
    }

    /** A drive of a logger of its own, so many hours later. */
    private static List<TelemetryBlock> run(int source, int hours) {
        List<Fix> fixes = TestDrive.later(DRIVE.fixes(10, 0, 1), hours * HOUR_NANOS);
        return TestBlocks.from(
                new SourceId("source-" + source),
                TestBlocks.ofFixes(fixes, List.of(TestBlocks.line(DRIVE))));
    }

    private static EntryTiming restored(EntryTiming timing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        timing.write(new DataOutputStream(bytes));
        return EntryTiming.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
