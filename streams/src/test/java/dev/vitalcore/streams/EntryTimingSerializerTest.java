package dev.vitalcore.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.timing.domain.EntryTiming;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class EntryTimingSerializerTest {
    private static final List<TelemetryBlock> RECORDING =
            TestBlocks.recording("logger", "race/7", 20);
    private static final int HALF = 10;

    private final EntryTimingSerializer serializer = new EntryTimingSerializer();

    @Test
    void whatWasWrittenGoesOnLikeTheOriginal() throws IOException {
        EntryTiming original = afterFirstHalf();

        EntryTiming restored = serializer.deserialize(input(bytes(original)));

        assertThat(secondHalf(restored)).isNotEmpty().isEqualTo(secondHalf(original));
    }

    @Test
    void readsNoFurtherThanItWrote() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(afterFirstHalf(), out);
        serializer.serialize(new EntryTiming(), out);
        out.writeUTF("behind");
        DataInputDeserializer in = input(out.getCopyOfBuffer());

        serializer.deserialize(in);
        serializer.deserialize(new EntryTiming(), in);

        assertThat(in.readUTF()).isEqualTo("behind");
    }

    @Test
    void copiesBytesWithoutChangingThem() throws IOException {
        byte[] written = bytes(afterFirstHalf());
        DataOutputSerializer target = new DataOutputSerializer(64);

        serializer.copy(input(written), target);

        assertThat(target.getCopyOfBuffer()).isEqualTo(written);
    }

    @Test
    void aCopyIsIndependent() throws IOException {
        EntryTiming original = afterFirstHalf();
        byte[] before = bytes(original);

        secondHalf(serializer.copy(original));
        secondHalf(serializer.copy(original, new EntryTiming()));

        assertThat(bytes(original)).isEqualTo(before);
    }

    @Test
    void travelsToItsTask() throws Exception {
        assertThat(InstantiationUtil.clone(serializer)).isEqualTo(serializer);
        assertThat(serializer.duplicate()).isEqualTo(serializer).hasSameHashCodeAs(serializer);
    }

    @Test
    void understandsItsOwnCheckpoints() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());

        TypeSerializerSnapshot<EntryTiming> old =
                TypeSerializerSnapshot.readVersionedSnapshot(
                        input(out.getCopyOfBuffer()), getClass().getClassLoader());

        assertThat(resolve(old).isCompatibleAsIs()).isTrue();
        assertThat(old.restoreSerializer()).isEqualTo(serializer);
    }

    @Test
    void refusesCheckpointsOfALaterProgram() {
        EntryTimingSerializerSnapshot later = new EntryTimingSerializerSnapshot();
        later.readSnapshot(
                later.getCurrentVersion() + 1, input(new byte[0]), getClass().getClassLoader());

        assertThat(resolve(later).isIncompatible()).isTrue();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // as Flink meets it: the type is erased in state
    void refusesStateOfAnotherKind() {
        TypeSerializerSnapshot other = StringSerializer.INSTANCE.snapshotConfiguration();

        assertThat(resolve(other).isIncompatible()).isTrue();
    }

    private TypeSerializerSchemaCompatibility<EntryTiming> resolve(
            TypeSerializerSnapshot<EntryTiming> old) {
        return serializer.snapshotConfiguration().resolveSchemaCompatibility(old);
    }

    private static EntryTiming afterFirstHalf() {
        EntryTiming timing = new EntryTiming();
        RECORDING.subList(0, HALF).forEach(timing::accept);
        return timing;
    }

    private static List<TimingEvent> secondHalf(EntryTiming timing) {
        List<TimingEvent> events = new ArrayList<>();
        RECORDING.subList(HALF, RECORDING.size()).forEach(b -> events.addAll(timing.accept(b)));
        return events;
    }

    private byte[] bytes(EntryTiming timing) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(timing, out);
        return out.getCopyOfBuffer();
    }

    private static DataInputDeserializer input(byte[] bytes) {
        return new DataInputDeserializer(bytes);
    }
}
