package dev.vitalcore.streams;

import dev.vitalcore.timing.domain.EntryTiming;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Keeps the timing of an entry in Flink's state in the form that the domain itself gives it. The
 * domain owns the bytes and their version; Flink only needs to know when to write and copy them.
 */
final class EntryTimingSerializer extends TypeSerializer<EntryTiming> {
    private static final long serialVersionUID = 1L;
    private static final int VARIABLE_LENGTH = -1;

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializer<EntryTiming> duplicate() {
        return this; // holds nothing, so that any number of threads may share it
    }

    @Override
    public EntryTiming createInstance() {
        return new EntryTiming();
    }

    @Override
    public EntryTiming copy(EntryTiming from) {
        return from.copy();
    }

    @Override
    public EntryTiming copy(EntryTiming from, EntryTiming reuse) {
        return from.copy();
    }

    @Override
    public int getLength() {
        return VARIABLE_LENGTH;
    }

    @Override
    public void serialize(EntryTiming timing, DataOutputView target) throws IOException {
        timing.write(target);
    }

    @Override
    public EntryTiming deserialize(DataInputView source) throws IOException {
        return EntryTiming.read(source);
    }

    @Override
    public EntryTiming deserialize(EntryTiming reuse, DataInputView source) throws IOException {
        return EntryTiming.read(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        EntryTiming.read(source).write(target);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryTimingSerializer;
    }

    @Override
    public int hashCode() {
        return EntryTimingSerializer.class.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<EntryTiming> snapshotConfiguration() {
        return new EntryTimingSerializerSnapshot();
    }
}
