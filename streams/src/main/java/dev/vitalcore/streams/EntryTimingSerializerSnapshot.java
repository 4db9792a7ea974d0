package dev.vitalcore.streams;

import dev.vitalcore.timing.domain.EntryTiming;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Says in a checkpoint which form the timing states in it have, and whether this program can read
 * them. {@link EntryTiming#read} reads every layout the domain has ever written, so an older or
 * equal form is usable as it is; a newer one (the program was rolled back) is refused, and the
 * speed layer falls back to an earlier checkpoint.
 *
 * <p>Public with a public constructor because Flink makes it by reflection; not part of the API.
 */
public final class EntryTimingSerializerSnapshot implements TypeSerializerSnapshot<EntryTiming> {
    /** Raise it when {@link EntryTimingSerializer} puts anything round the domain's own bytes. */
    private static final int FORM = 1;

    private int form = FORM;

    @Override
    public int getCurrentVersion() {
        return FORM;
    }

    @Override
    public void writeSnapshot(DataOutputView out) {
        // The version that Flink writes in front says all there is to say.
    }

    @Override
    public void readSnapshot(int readVersion, DataInputView in, ClassLoader classes) {
        form = readVersion;
    }

    @Override
    public TypeSerializer<EntryTiming> restoreSerializer() {
        return new EntryTimingSerializer();
    }

    @Override
    public TypeSerializerSchemaCompatibility<EntryTiming> resolveSchemaCompatibility(
            TypeSerializerSnapshot<EntryTiming> old) {
        boolean readable = old instanceof EntryTimingSerializerSnapshot known && known.form <= form;
        return readable
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}
