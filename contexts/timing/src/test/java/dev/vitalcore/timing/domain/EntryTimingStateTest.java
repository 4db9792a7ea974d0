package dev.vitalcore.timing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    @Test
    void readsAStateFromBeforeItSaidWhatIsLeftOut() throws IOException {
        List<TelemetryBlock> blocks = blocks(true);
        EntryTiming timing = new EntryTiming();
        TestBlocks.run(timing, blocks.subList(0, 150));
        byte[] now = write(timing);
        int limitsOfOneSource = 2 * Integer.BYTES + 2 * Long.BYTES;
        byte[] before = Arrays.copyOf(now, now.length - limitsOfOneSource - Integer.BYTES);
        before[0] = 1;
        EntryTiming restored = read(before);

        for (TelemetryBlock block : blocks.subList(150, blocks.size())) {
            assertThat(restored.accept(block)).isEqualTo(timing.accept(block));
        }
    }

    @Test
    void readsCrossingsFromBeforeTheirWaysWereKept() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(1);
        out.writeByte(0);
        Binary.writeVarLong(out, 17);
        out.writeByte(2);
        out.writeBoolean(true);
        out.writeDouble(-1.5);
        out.writeDouble(201.5);

        assertThat(
                        EvidenceCodec.read(
                                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())),
                                8))
                .containsExactly(
                        new Evidence.Crossing(2, 17, true, -1.5, 201.5, Evidence.Way.UNKNOWN));
    }

    @Test
    void readsAStateOfTheVersionBefore() throws IOException {
        EntryTiming timing = new EntryTiming();
        TestBlocks.run(timing, blocks(true).subList(0, 10));
        byte[] now = write(timing);
        byte[] before = now.clone();
        before[0] = 2;

        assertThat(write(read(before))).isEqualTo(now);
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
