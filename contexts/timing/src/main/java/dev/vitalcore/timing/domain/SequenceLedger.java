package dev.vitalcore.timing.domain;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.TreeSet;

/** Which block numbers of a source were taken, so that none is taken twice. */
final class SequenceLedger {
    /** Blocks that wait for an earlier one; beyond this the oldest gap is given up. */
    private static final int MOST_AHEAD = 4_096;

    private long next;
    private final TreeSet<Long> ahead = new TreeSet<>();

    /** Notes the number; false where it was taken before (or its gap was given up). */
    boolean take(long sequence) {
        if (sequence < next || !ahead.add(sequence)) {
            return false;
        }
        if (ahead.size() > MOST_AHEAD) {
            next = ahead.first();
        }
        while (ahead.remove(next)) {
            next++;
        }
        return true;
    }

    /** Whether all blocks up to and with this one were taken (or their gaps given up). */
    boolean isCompleteUpTo(long sequence) {
        return next > sequence;
    }

    SequenceLedger copy() {
        SequenceLedger copy = new SequenceLedger();
        copy.next = next;
        copy.ahead.addAll(ahead);
        return copy;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(next);
        out.writeInt(ahead.size());
        for (long sequence : ahead) {
            out.writeLong(sequence);
        }
    }

    static SequenceLedger read(DataInput in) throws IOException {
        SequenceLedger ledger = new SequenceLedger();
        ledger.next = in.readLong();
        int count = Binary.readCount(in, MOST_AHEAD + 1);
        for (int index = 0; index < count; index++) {
            ledger.ahead.add(in.readLong());
        }
        return ledger;
    }
}
