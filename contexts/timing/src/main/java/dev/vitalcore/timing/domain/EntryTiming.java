package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * <p>Memory: about 1.5 MB at the most <em>a source</em> under way, whatever its rate, a quarter of
 * that at 10 Hz; some kilobytes a source whose rows are dropped.
 */
public final class EntryTiming {
    /** Up to 3 the statements began with a count of laps. */
    private static final int VERSION = 4;

    private static final int VERSION_BEFORE = 3;

    /** Recordings of one car in a session, those that have ended included. */
    static final int MOST_SOURCES = 64;

    /** Loggers of one car at a time: those that keep rows. */
    static final int MOST_WITH_ROWS = 8;

    private @Nullable EntryId entry;
    private final Map<SourceId, SourceTiming> sources = new TreeMap<>();
    private final Set<SourceId> leftOut = new TreeSet<>();
    private Statements statements = new Statements();

    /**
     * Takes one block and says what it changed; an already known block changes nothing.
     *
     * <p>Where it throws, which is a bug, the block may be half taken: go on from a state written
     * before, not from this one.
     */
    public List<TimingEvent> accept(TelemetryBlock block) {
        EntryId named = entry == null ? block.entry() : entry;
        entry = named;
        SourceTiming source = sources.get(block.source());
        if (source == null) {
            if (leftOut.contains(block.source()) || !makesRoomFor(block)) {
                return leaveOut(named, block);
            }
            source = new SourceTiming();
            sources.put(block.source(), source);
        }
        List<Long> before = source.knowledge();
        if (!source.take(block) || source.knowledge().equals(before)) {
            return List.of();
        }
        return statements.update(named, Judge.judge(List.copyOf(sources.values())));
    }

    /**
     * Whether one more source fits. At the limit one that has ended, or else has been silent for so
     * long that its data would be too late, gives up its rows; what they showed stays.
     */
    private boolean makesRoomFor(TelemetryBlock block) {
        if (sources.size() == MOST_SOURCES) {
            return false;
        }
        List<SourceTiming> withRows =
                sources.values().stream().filter(SourceTiming::keepsRows).toList();
        if (withRows.size() < MOST_WITH_ROWS) {
            return true;
        }
        Optional<SourceTiming> done =
                withRows.stream()
                        .filter(source -> source.ended() || source.silentBefore(block.firstNanos()))
                        .min(
                                Comparator.comparing((SourceTiming source) -> !source.ended())
                                        .thenComparingLong(SourceTiming::lastNanos));
        done.ifPresent(SourceTiming::settle);
        return done.isPresent();
    }

    /** A source that was left out once stays so: without its beginning it would be misread. */
    private List<TimingEvent> leaveOut(EntryId named, TelemetryBlock block) {
        boolean countless = leftOut.size() == MOST_SOURCES;
        if (block.firstNanos() == Long.MAX_VALUE || countless || !leftOut.add(block.source())) {
            return List.of();
        }
        return statements.warn(
                named,
                Warnings.ofSourceLeftOut(
                        block.source(), MOST_SOURCES, MOST_WITH_ROWS, block.firstNanos()));
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
        for (SourceTiming source : sources.values()) {
            source.leftOut().write(out);
        }
        out.writeInt(leftOut.size());
        for (SourceId source : leftOut) {
            out.writeUTF(source.value());
        }
    }

    public static EntryTiming read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION && version != VERSION_BEFORE) {
            throw new IOException(
                    "timing state of version "
                            + version
                            + " cannot be read, only of "
                            + VERSION_BEFORE
                            + " and "
                            + VERSION);
        }
        EntryTiming timing = new EntryTiming();
        String named = in.readUTF();
        timing.entry = named.isEmpty() ? null : EntryId.parse(named);
        for (int left = Binary.readCount(in, MOST_SOURCES); left > 0; left--) {
            timing.sources.put(new SourceId(in.readUTF()), SourceTiming.read(in));
        }
        if (version == VERSION_BEFORE) {
            in.readInt();
        }
        timing.statements = Statements.read(in);
        timing.readLimits(in);
        return timing;
    }

    private void readLimits(DataInput in) throws IOException {
        for (SourceTiming source : sources.values()) {
            source.readLeftOut(in);
        }
        for (int left = Binary.readCount(in, MOST_SOURCES); left > 0; left--) {
            leftOut.add(new SourceId(in.readUTF()));
        }
    }

    /** An independent copy. */
    public EntryTiming copy() {
        EntryTiming copy = new EntryTiming();
        copy.entry = entry;
        sources.forEach((id, source) -> copy.sources.put(id, source.copy()));
        copy.leftOut.addAll(leftOut);
        copy.statements = statements.copy();
        return copy;
    }
}
