package dev.vitalcore.gateway.live;

/**
 * The newest samples of one traced channel. Readers keep a position of their own; one that fell
 * further behind than the capacity loses the oldest samples. Not thread-safe: guarded by its car.
 */
final class TraceRing {
    /** 20 s at 100 Hz, 32 KiB; a client that takes no data for longer is closed anyway. */
    static final int CAPACITY = 2048;

    private final long[] times = new long[CAPACITY];
    private final double[] values = new double[CAPACITY];
    private long written;
    private long newestNanos = Long.MIN_VALUE;

    /** Takes a sample; one that is absent or not newer than the newest is left out. */
    void add(long nanos, double value) {
        if (nanos <= newestNanos || Double.isNaN(value)) {
            return;
        }
        int slot = (int) (written % CAPACITY);
        times[slot] = nanos;
        values[slot] = value;
        newestNanos = nanos;
        written++;
    }

    /** The position after the newest sample. */
    long end() {
        return written;
    }

    /**
     * What follows the position, oldest first; the arrays are the caller's. A position beyond the
     * end belongs to an earlier ring of the channel: then all that is here is new.
     */
    Piece from(long position) {
        long known = position > written ? 0 : position;
        long first = Math.max(known, written - CAPACITY);
        int size = (int) (written - first);
        long[] pieceTimes = new long[size];
        double[] pieceValues = new double[size];
        for (int i = 0; i < size; i++) {
            int slot = (int) ((first + i) % CAPACITY);
            pieceTimes[i] = times[slot];
            pieceValues[i] = values[slot];
        }
        return new Piece(pieceTimes, pieceValues);
    }

    /** Samples in ascending time; arrays of equal length. */
    record Piece(long[] times, double[] values) {}
}
