package dev.vitalcore.timing.domain;

import dev.vitalcore.kernel.EpochNanos;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * One stream of samples with the tracker that reads it, so kept that rows may still come late.
 *
 * <pre>
 *      settled (rows gone)   │  window (rows kept)            now
 *   ─────────────────────────┼───────────────────────────────▶
 *    evidence: settled       │  evidence: open
 *                          base                             head      tracker states
 * </pre>
 *
 * <p>Rows in order go to the head. A late row is put in its place, and the head is made anew from
 * the base over the window. So the evidence is a function of the rows, not of their order of
 * arrival, as long as none is later than the window is long.
 */
final class Strand<T extends Tracker<T>> {
    /** How late a row may be. */
    static final long HORIZON_NANOS = 600 * EpochNanos.PER_SECOND;

    /** 10 minutes at 30 Hz: what bounds the memory of fast sources. */
    static final int MOST_ROWS = 18_000;

    /**
     * A day of laps of half a minute; more is a signal that has nothing to do with laps. Beyond it
     * the oldest holes and stops are forgotten. Where only passings are left, new ones are not
     * heard at all: a lap that was stated is not withdrawn for want of room.
     */
    static final int MOST_EVIDENCE = 8_192;

    private final double[] row;
    private final Window window;
    private T base;
    private T head;
    private final List<Evidence> settled;
    private final List<Evidence> open;
    private long floor;
    private int tooLate;
    private boolean disordered;
    private int known;
    private int changes;
    private boolean overflowed;

    Strand(int columns, T tracker) {
        this(columns, new Window(columns), tracker, Long.MIN_VALUE);
    }

    private Strand(int columns, Window window, T base, long floor) {
        this.row = new double[columns];
        this.window = window;
        this.base = base;
        this.head = base.copy();
        this.settled = new ArrayList<>();
        this.open = new ArrayList<>();
        this.floor = floor;
    }

    /** Takes rows in any order; call {@link #catchUp} after the last one of a block. */
    void take(long time, double[] values) {
        if (time <= floor) {
            tooLate++;
            return;
        }
        boolean inOrder = window.isEmpty() || time > window.lastTime();
        if (!window.insert(time, values)) {
            return;
        }
        if (inOrder && !disordered) {
            head.take(time, values, open);
        } else {
            disordered = true;
        }
    }

    /** Brings the evidence up to date; returns how many rows came too late since the last time. */
    int catchUp() {
        if (disordered) {
            rerun();
        }
        trim();
        dropHolesAndStops(evidenceCount() - MOST_EVIDENCE);
        if (evidenceCount() != known) {
            known = evidenceCount();
            changes++;
        }
        int late = tooLate;
        tooLate = 0;
        return late;
    }

    /** Changes what the tracker looks for, also in the rows still kept. */
    void restart(Consumer<T> change) {
        change.accept(base);
        rerun();
    }

    /** No row will come late any more: the rows are dropped, what they showed is kept. */
    void settle() {
        if (window.isEmpty()) {
            return;
        }
        floor = window.lastTime();
        base = head.copy();
        settled.addAll(open);
        open.clear();
        capSettled();
        window.clear();
    }

    T head() {
        return head;
    }

    List<Evidence> evidence() {
        List<Evidence> all = new ArrayList<>(evidenceCount());
        all.addAll(settled);
        all.addAll(open);
        return Collections.unmodifiableList(all.subList(0, Math.min(all.size(), MOST_EVIDENCE)));
    }

    /** Whether evidence went beyond its limit since this one was made or read. */
    boolean overflowed() {
        return overflowed;
    }

    boolean keepsRows() {
        return !window.isEmpty();
    }

    /** Differs after every call that may have changed the evidence. */
    int changes() {
        return changes;
    }

    private int evidenceCount() {
        return settled.size() + open.size();
    }

    private void rerun() {
        changes++;
        head = base.copy();
        open.clear();
        for (int index = 0; index < window.size(); index++) {
            window.read(index, row);
            head.take(window.time(index), row, open);
        }
        disordered = false;
    }

    private void trim() {
        while (window.size() > MOST_ROWS
                || (!window.isEmpty() && window.lastTime() - window.time(0) > HORIZON_NANOS)) {
            window.read(0, row);
            floor = window.time(0);
            int before = settled.size();
            base.take(floor, row, settled);
            // The head found the same when it passed here, first of all that is still open.
            open.subList(0, Math.min(open.size(), settled.size() - before)).clear();
            capSettled();
            window.dropFirst();
        }
    }

    private void dropHolesAndStops(int tooMany) {
        overflowed |= tooMany > 0;
        Iterator<Evidence> oldest = settled.iterator();
        for (int left = tooMany; left > 0 && oldest.hasNext(); ) {
            if (!tellsLaps(oldest.next())) {
                oldest.remove();
                left--;
                changes++;
            }
        }
    }

    private static boolean tellsLaps(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Crossing crossing -> true;
            case Evidence.Step step -> true;
            case Evidence.Hole hole -> hole.overLine();
            case Evidence.Stop stop -> false;
        };
    }

    private void capSettled() {
        dropHolesAndStops(settled.size() - MOST_EVIDENCE);
        if (settled.size() > MOST_EVIDENCE) {
            settled.subList(MOST_EVIDENCE, settled.size()).clear();
        }
    }

    Strand<T> copy() {
        Strand<T> copy = new Strand<>(row.length, window.copy(), base.copy(), floor);
        copy.head = head.copy();
        copy.settled.addAll(settled);
        copy.open.addAll(open);
        copy.known = known;
        copy.changes = changes;
        copy.overflowed = overflowed;
        return copy;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(floor);
        base.write(out);
        EvidenceCodec.write(out, settled);
        window.write(out);
    }

    /** Reads a state; the head is not written, the base and the rows make it anew. */
    static <T extends Tracker<T>> Strand<T> read(DataInput in, int columns, TrackerReader<T> reader)
            throws IOException {
        long floor = in.readLong();
        T base = reader.read(in);
        List<Evidence> settled = EvidenceCodec.read(in, MOST_EVIDENCE);
        Strand<T> strand = new Strand<>(columns, Window.read(in, columns), base, floor);
        strand.settled.addAll(settled);
        strand.rerun();
        strand.known = strand.evidenceCount();
        return strand;
    }

    /** Reads the state of a tracker. */
    @FunctionalInterface
    interface TrackerReader<T> {
        T read(DataInput in) throws IOException;
    }
}
