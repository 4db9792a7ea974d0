package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EpochNanos;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What timing knows of one source of an entry: its declaration and its streams of evidence. */
final class SourceTiming {
    static final int MOST_GATES = 32;
    static final int MOST_BEACONS = 4_096;
    private static final long RUNNING = -1;
    private static final long PATIENCE_NANOS = 5 * EpochNanos.PER_SECOND;

    private SequenceLedger ledger = new SequenceLedger();
    private List<DeclaredGate> gates = List.of();
    private List<Long> beacons = List.of();
    private LeftOut leftOut = LeftOut.NOTHING;

    /** Number of the block that ended the source, {@link #RUNNING} before it. */
    private long lastBlock = RUNNING;

    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;
    private int tooLate;
    private long tooLateNanos = Long.MIN_VALUE;
    private @Nullable GateLine learned;
    private Strand<PositionTracker> positions =
            new Strand<>(PositionTracker.COLUMNS, new PositionTracker());
    private final Map<Signal, Strand<SignalTracker>> signals = new EnumMap<>(Signal.class);

    /** Takes a block; false where it was taken before. */
    boolean take(TelemetryBlock block) {
        if (!ledger.take(block.sequence())) {
            return false;
        }
        firstNanos = Math.min(firstNanos, block.firstNanos());
        lastNanos = Math.max(lastNanos, block.lastNanos());
        block.declaration().ifPresent(this::learnDeclaration);
        lastBlock = block.last() ? Math.max(lastBlock, block.sequence()) : lastBlock;
        int late = takePositions(block);
        for (Signal signal : Signal.values()) {
            late += takeSignal(block, signal);
        }
        if (late > 0) {
            tooLate += late;
            tooLateNanos = tooLateNanos == Long.MIN_VALUE ? block.firstNanos() : tooLateNanos;
        }
        noteOverflow();
        if (ended() && ledger.isCompleteUpTo(lastBlock)) {
            settle();
        }
        return true;
    }

    /** Drops the rows; what they showed is kept, and what comes late for them is too late. */
    void settle() {
        positions.settle();
        signals.values().forEach(Strand::settle);
    }

    /** Whether rows are kept, so that late ones may still come between them. */
    boolean keepsRows() {
        return positions.keepsRows() || signals.values().stream().anyMatch(Strand::keepsRows);
    }

    /** Whether what it still sent would be later than the horizon. */
    boolean silentBefore(long time) {
        return time != Long.MAX_VALUE && time - lastNanos > Strand.HORIZON_NANOS;
    }

    private void noteOverflow() {
        if (positions.overflowed() || signals.values().stream().anyMatch(Strand::overflowed)) {
            leftOut = leftOut.withEvidence(lastNanos);
        }
    }

    private void learnDeclaration(SourceDeclaration declaration) {
        gates = declaration.gates().stream().limit(MOST_GATES).toList();
        beacons = declaration.beacons().stream().limit(MOST_BEACONS).toList();
        leftOut =
                leftOut.withDeclared(
                        declaration.gates().size() - gates.size(),
                        declaration.beacons().size() - beacons.size(),
                        firstNanos);
        watchGates();
    }

    private int takePositions(TelemetryBlock block) {
        Extraction.positions(block, positions::take);
        int late = positions.catchUp();
        GateLine proposal = positions.head().proposal();
        boolean changed =
                proposal != null && (learned == null || !proposal.gate().equals(learned.gate()));
        if (changed) {
            learned = proposal;
            watchGates();
        }
        return late;
    }

    private int takeSignal(TelemetryBlock block, Signal signal) {
        Extraction.signal(
                block,
                signal,
                (time, row) ->
                        signals.computeIfAbsent(
                                        signal, which -> new Strand<>(1, new SignalTracker(which)))
                                .take(time, row));
        Strand<SignalTracker> strand = signals.get(signal);
        return strand == null ? 0 : strand.catchUp();
    }

    /** The declared gates and behind them the learned line; also over the rows still kept. */
    private void watchGates() {
        List<GateLine> lines = new ArrayList<>();
        gates.forEach(gate -> lines.add(GateLine.of(gate)));
        if (learned != null) {
            lines.add(learned);
        }
        positions.restart(tracker -> tracker.watch(lines));
    }

    /**
     * Differs whenever a new verdict may be due: new evidence, or so much time without any that
     * what was expected did not come.
     */
    List<Long> knowledge() {
        long heard = positions.changes();
        for (Strand<SignalTracker> strand : signals.values()) {
            heard += strand.changes();
        }
        long patience = Math.floorDiv(lastNanos, PATIENCE_NANOS);
        long located = positions.head().first() == null ? 0 : 1;
        return List.of(
                heard, patience, located, firstNanos, ended() ? lastNanos : 0L, (long) tooLate);
    }

    /** Up to when it would have said what happened; no end while it sends. */
    long heardUntil() {
        return ended() ? lastNanos : Long.MAX_VALUE;
    }

    boolean ended() {
        return lastBlock != RUNNING;
    }

    List<Long> beacons() {
        return beacons;
    }

    LeftOut leftOut() {
        return leftOut;
    }

    /** Reads what {@link #leftOut} was; kept apart from the rest of the state. */
    void readLeftOut(DataInput in) throws IOException {
        leftOut = LeftOut.read(in);
    }

    /** Event time of the earliest row; {@code Long.MAX_VALUE} before any. */
    long firstNanos() {
        return firstNanos;
    }

    /** Event time of the latest row; {@code Long.MIN_VALUE} before any. */
    long lastNanos() {
        return lastNanos;
    }

    /** How many rows came later than the horizon and were left out. */
    int tooLate() {
        return tooLate;
    }

    long tooLateNanos() {
        return tooLateNanos;
    }

    PositionTracker position() {
        return positions.head();
    }

    List<Evidence> positionEvidence() {
        return positions.evidence();
    }

    /** Number of declared gates; the watch behind them is the learned line. */
    int declaredGates() {
        return gates.size();
    }

    @Nullable SignalTracker signal(Signal signal) {
        Strand<SignalTracker> strand = signals.get(signal);
        return strand == null ? null : strand.head();
    }

    List<Evidence> evidence(Signal signal) {
        Strand<SignalTracker> strand = signals.get(signal);
        return strand == null ? List.of() : strand.evidence();
    }

    /** The stops of the car, the one under way included. */
    List<Evidence.Stop> stops() {
        List<Evidence.Stop> stops = new ArrayList<>();
        for (Evidence evidence : evidence(Signal.SPEED)) {
            if (evidence instanceof Evidence.Stop stop) {
                stops.add(stop);
            }
        }
        SignalTracker speed = signal(Signal.SPEED);
        Evidence.Stop open = speed == null ? null : speed.stop();
        if (open != null) {
            stops.add(open);
        }
        return stops;
    }

    /** Whether other samples than those of the logger's lap channels show that it sends. */
    boolean heardBetweenSteps() {
        return signal(Signal.SPEED) != null || positions.head().first() != null;
    }

    /** Where samples are missing: of the speed where there is one, else of the position. */
    List<Testimony.Stretch> holes() {
        List<Evidence> found = evidence(Signal.SPEED);
        if (signal(Signal.SPEED) == null) {
            found = positionEvidence();
        }
        List<Testimony.Stretch> holes = new ArrayList<>();
        for (Evidence evidence : found) {
            if (evidence instanceof Evidence.Hole hole) {
                holes.add(new Testimony.Stretch(hole.from(), hole.at()));
            }
        }
        return holes;
    }

    SourceTiming copy() {
        SourceTiming copy = new SourceTiming();
        copy.ledger = ledger.copy();
        copy.gates = gates;
        copy.beacons = beacons;
        copy.leftOut = leftOut;
        copy.lastBlock = lastBlock;
        copy.firstNanos = firstNanos;
        copy.lastNanos = lastNanos;
        copy.tooLate = tooLate;
        copy.tooLateNanos = tooLateNanos;
        copy.learned = learned;
        copy.positions = positions.copy();
        signals.forEach((signal, strand) -> copy.signals.put(signal, strand.copy()));
        return copy;
    }

    void write(DataOutput out) throws IOException {
        ledger.write(out);
        out.writeInt(gates.size());
        for (DeclaredGate gate : gates) {
            GateCodec.write(out, gate);
        }
        out.writeInt(beacons.size());
        for (long beacon : beacons) {
            out.writeLong(beacon);
        }
        out.writeLong(lastBlock);
        out.writeLong(firstNanos);
        out.writeLong(lastNanos);
        out.writeInt(tooLate);
        out.writeLong(tooLateNanos);
        GateLine line = learned;
        out.writeBoolean(line != null);
        if (line != null) {
            GateCodec.write(out, line.gate());
        }
        positions.write(out);
        for (Signal signal : Signal.values()) {
            Strand<SignalTracker> strand = signals.get(signal);
            out.writeBoolean(strand != null);
            if (strand != null) {
                strand.write(out);
            }
        }
    }

    static SourceTiming read(DataInput in) throws IOException {
        SourceTiming source = new SourceTiming();
        source.ledger = SequenceLedger.read(in);
        List<DeclaredGate> gates = new ArrayList<>();
        for (int left = Binary.readCount(in, MOST_GATES); left > 0; left--) {
            gates.add(GateCodec.read(in));
        }
        source.gates = List.copyOf(gates);
        List<Long> beacons = new ArrayList<>();
        for (int left = Binary.readCount(in, MOST_BEACONS); left > 0; left--) {
            beacons.add(in.readLong());
        }
        source.beacons = List.copyOf(beacons);
        source.lastBlock = in.readLong();
        source.firstNanos = in.readLong();
        source.lastNanos = in.readLong();
        source.tooLate = in.readInt();
        source.tooLateNanos = in.readLong();
        source.learned = in.readBoolean() ? GateLine.of(GateCodec.read(in)) : null;
        source.positions = Strand.read(in, PositionTracker.COLUMNS, PositionTracker::read);
        for (Signal signal : Signal.values()) {
            if (in.readBoolean()) {
                source.signals.put(
                        signal, Strand.read(in, 1, state -> SignalTracker.read(state, signal)));
            }
        }
        return source;
    }
}
