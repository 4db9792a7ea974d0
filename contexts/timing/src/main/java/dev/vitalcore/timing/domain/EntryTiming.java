package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that timing knows of one entry. Fed with its blocks in the order of arrival; a block that
 * comes late, twice or never is borne. Deterministic: the same blocks in the same order give the
 * same events. Not thread-safe.
 *
 * <pre>
 *   block ─▶ SourceTiming ─▶ Strand ─▶ Tracker ─▶ evidence ─▶ Judge ─▶ verdict ─▶ Statements ─▶ events
 *            one a source    keeps rows for       some a lap   a pure              what changed
 *                            10 minutes                        function
 * </pre>
 *
 * <p>Memory: about 1.5 MB at the most for a source of any rate, a quarter of that at 10 Hz.
 */
public final class EntryTiming {
    private static final int VERSION = 1;

    /** Loggers of one car; a source more than that is left out. */
    private static final int MOST_SOURCES = 8;

    private @Nullable EntryId entry;
    private final Map<SourceId, SourceTiming> sources = new TreeMap<>();
    private Statements statements = new Statements();

    /** Takes one block and says what it changed; an already known block changes nothing. */
    public List<TimingEvent> accept(TelemetryBlock block) {
        SourceTiming source = sources.get(block.source());
        if (source == null) {
            if (sources.size() == MOST_SOURCES) {
                return List.of();
            }
            source = new SourceTiming();
            sources.put(block.source(), source);
        }
        List<Long> before = source.knowledge();
        EntryId named = entry == null ? block.entry() : entry;
        entry = named;
        if (!source.take(block) || source.knowledge().equals(before)) {
            return List.of();
        }
        return statements.update(named, Judge.judge(List.copyOf(sources.values())));
    }

    /** Writes the state so that {@link #read} gives an equal one. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        EntryId named = entry;
        out.writeUTF(named == null ? "" : named.toString());
        out.writeInt(sources.size());
        for (Map.Entry<SourceId, SourceTiming> source : sources.entrySet()) {
            out.writeUTF(source.getKey().value());
            source.getValue().write(out);
        }
        statements.write(out);
    }

    public static EntryTiming read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException(
                    "timing state of version " + version + " cannot be read, only " + VERSION);
        }
        EntryTiming timing = new EntryTiming();
        String named = in.readUTF();
        timing.entry = named.isEmpty() ? null : EntryId.parse(named);
        for (int left = Binary.readCount(in, MOST_SOURCES); left > 0; left--) {
            timing.sources.put(new SourceId(in.readUTF()), SourceTiming.read(in));
        }
        timing.statements = Statements.read(in);
        return timing;
    }

    /** An independent copy. */
    public EntryTiming copy() {
        EntryTiming copy = new EntryTiming();
        copy.entry = entry;
        sources.forEach((id, source) -> copy.sources.put(id, source.copy()));
        copy.statements = statements.copy();
        return copy;
    }
}
