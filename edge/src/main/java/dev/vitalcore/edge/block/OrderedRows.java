package dev.vitalcore.edge.block;

import dev.vitalcore.kernel.EpochNanos;
import java.util.Arrays;

/**
 * Rows whose times strictly increase. A row with the time of the row before is dropped; where time
 * runs backwards, rows are dropped until it is ahead again, or, where the row before was the odd
 * one (a single time stamp far ahead), that one. Holes are reported.
 *
 * <pre>
 *   in    10.0  10.1  10.1  10.2 | 10.0  99.9  10.1 | 10.0   5.0   5.1 … 10.1
 *   out   10.0  10.1   —    10.2 | 10.0   —    10.1 | 10.0    —     —    10.1
 * </pre>
 */
public final class OrderedRows implements RowSource {
    private static final String DUPLICATE = "row with the time of the row before dropped";
    private static final String BACKWARDS = "time runs backwards, row dropped";
    private static final String SPIKE = "single time stamp ahead of its neighbours, row dropped";
    private static final int HOLE_PERIODS = 10;

    private final RowSource rows;
    private final Warnings warnings;
    private final long holeNanos;
    private final String hole;

    private boolean pending;
    private long pendingTime;
    private double[] pendingValues = {};
    private String pendingPosition = "";

    private long time = Long.MIN_VALUE;
    private double[] values = {};
    private String position = "";

    /**
     * @param periodNanos nominal time between rows, 0 where irregular
     */
    public OrderedRows(RowSource rows, long periodNanos, Warnings warnings) {
        this.rows = rows;
        this.warnings = warnings;
        this.holeNanos = Math.max(EpochNanos.PER_SECOND, HOLE_PERIODS * periodNanos);
        this.hole = "no rows for more than " + EpochNanos.toSeconds(holeNanos) + " s";
    }

    @Override
    public boolean advance() {
        while (rows.advance()) {
            long next = rows.timeNanos();
            if (pending && next > pendingTime) {
                emit();
                keep(next);
                return true;
            }
            if (!pending && next > time) {
                keep(next);
            } else if (pending && next < pendingTime && next > time) {
                warnings.count(SPIKE, pendingPosition);
                keep(next);
            } else {
                boolean duplicate = next == (pending ? pendingTime : time);
                warnings.count(duplicate ? DUPLICATE : BACKWARDS, rows.position());
            }
        }
        if (pending) {
            emit();
            pending = false;
            return true;
        }
        return false;
    }

    private void keep(long next) {
        pending = true;
        pendingTime = next;
        pendingValues = Arrays.copyOf(rows.values(), rows.values().length);
        pendingPosition = rows.position();
    }

    private void emit() {
        if (time != Long.MIN_VALUE && pendingTime - time > holeNanos) {
            warnings.count(hole, position);
        }
        time = pendingTime;
        values = pendingValues;
        position = pendingPosition;
    }

    @Override
    public long timeNanos() {
        return time;
    }

    @Override
    public double[] values() {
        return values;
    }

    @Override
    public String position() {
        return position;
    }
}
