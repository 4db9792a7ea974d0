package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SourceId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The state of timing as the speed layer keeps it in checkpoints. */
class EntryTimingStateTest {
    private static final TestDrive DRIVE =
            new TestDrive().laps(1, 0.98, 1.02).lapIntoThePits(20).laps(1, 0.99).on(700);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnFromItsWrittenStateAsIfNothingHadHappened(boolean gateGiven) throws IOException {
        List<TelemetryBlock> blocks = blocks(gateGiven);
        EntryTiming uninterrupted = new EntryTiming();
        EntryTiming restored = new EntryTiming();

        for (TelemetryBlock block : blocks) {
            List<TimingEvent> expected = uninterrupted.accept(block);
            restored = read(write(restored));
            assertThat(restored.accept(block)).isEqualTo(expected);
        }

        assertThat(write(restored)).isEqualTo(write(uninterrupted));
    }

    @Test
    void takesLateBlocksAfterARestart() throws IOException {
        List<TelemetryBlock> blocks = new ArrayList<>(blocks(true));
        int hidden = DRIVE.passings().get(1).intValue();
        List<TelemetryBlock> late = new ArrayList<>(blocks.subList(hidden - 1, hidden + 3));
        blocks.removeAll(late);
        EntryTiming uninterrupted = new EntryTiming();
        TestBlocks.run(uninterrupted, blocks);
        EntryTiming restored = read(write(uninterrupted));

        for (TelemetryBlock block : late) {
            assertThat(restored.accept(block)).isEqualTo(uninterrupted.accept(block));
        }
    }

    @Test
    void aCopyIsIndependent() throws IOException {
        List<TelemetryBlock> blocks = blocks(false);
        EntryTiming original = new EntryTiming();
        TestBlocks.run(original, blocks.subList(0, 150));
        byte[] before = write(original);
        EntryTiming copy = original.copy();

        List<TimingEvent> ofCopy = new ArrayList<>();
        blocks.subList(150, blocks.size()).forEach(block -> ofCopy.addAll(copy.accept(block)));

        assertThat(write(original)).isEqualTo(before);
        List<TimingEvent> ofOriginal = new ArrayList<>();
        blocks.subList(150, blocks.size())
                .forEach(block -> ofOriginal.addAll(original.accept(block)));
        assertThat(ofOriginal).isNotEmpty().isEqualTo(ofCopy);
    }

    @Test
    void staysBelowOneAndAHalfMegabytesHoweverLongAndFast() throws IOException {
        TestDrive drive = new TestDrive();
        for (int lap = 0; lap < 20; lap++) {
            drive.lap(1);
        }
        EntryTiming timing = new EntryTiming();
        TestBlocks.run(
                timing,
                TestBlocks.ofFixes(drive.fixes(100, 0.1, 1), List.of(TestBlocks.line(drive))));

        assertThat(write(timing).length).isLessThan(1_500_000);
    }

    @Test
    void dropsTheRowsOfASourceThatHasEndedWithNoBlockMissing() throws IOException {
        List<TelemetryBlock> blocks = new ArrayList<>(blocks(true));
        TelemetryBlock missing = blocks.remove(100);
        EntryTiming timing = new EntryTiming();
        TestBlocks.run(timing, blocks);
        assertThat(write(timing).length).isGreaterThan(50_000);

        timing.accept(missing);

        assertThat(write(timing).length).isLessThan(5_000);
        assertThat(timing.accept(missing)).isEmpty();
    }

    @Test
    void refusesAStateOfAnotherVersion() {
        assertThatThrownBy(() -> read(new byte[] {99, 0, 0}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("99");
    }

    /**
     * Bytes of a state as version 3 wrote it: of an ended drive of three laps and a sector gate.
     */
    @Test
    void readsAStateOfTheVersionBefore() throws IOException {
        byte[] before;
        try (InputStream in =
                Objects.requireNonNull(getClass().getResourceAsStream("state-3.bin"))) {
            before = in.readAllBytes();
        }
        EntryTiming restored = read(before);

        List<TelemetryBlock> afternoon =
                TestBlocks.from(
                        new SourceId("afternoon"),
                        TestBlocks.ofFixes(
                                TestDrive.later(
                                        DRIVE.fixes(10, 0, 1), 7_200 * EpochNanos.PER_SECOND),
                                List.of(TestBlocks.line(DRIVE))));
        LapBook book = TestBlocks.run(restored, afternoon);

        assertThat(before[0]).isEqualTo((byte) 3);
        assertThat(book.laps().getFirst().revision()).isEqualTo(2);
        assertThat(book.laps().stream().filter(lap -> lap.number() <= 4))
                .extracting(LapCompleted::kind)
                .containsExactly(LapKind.OUT, LapKind.FLYING, LapKind.FLYING, LapKind.PARTIAL);
    }

    @Test
    void aDamagedStateIsAnIoErrorAndNeverExhaustsTheMemory() throws IOException {
        EntryTiming timing = new EntryTiming();
        TestBlocks.run(timing, blocks(true).subList(0, 100));
        byte[] whole = write(timing);
        Random random = new Random(11);

        for (int round = 0; round < 200; round++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
            assertThatThrownBy(() -> read(damaged)).isInstanceOf(IOException.class);
        }
    }

    private static List<TelemetryBlock> blocks(boolean gateGiven) {
        return TestBlocks.ofFixes(
                DRIVE.fixes(10, 0.3, 7), gateGiven ? List.of(TestBlocks.line(DRIVE)) : List.of());
    }

    private static byte[] write(EntryTiming timing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        timing.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static EntryTiming read(byte[] bytes) throws IOException {
        return EntryTiming.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
