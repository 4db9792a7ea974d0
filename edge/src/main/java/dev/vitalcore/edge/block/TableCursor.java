package dev.vitalcore.edge.block;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.kernel.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one rate group, taken piece by piece in the order of time, as columns. */
public final class TableCursor {
    /** What {@link #nextNanos} gives when there are no more rows. */
    public static final long ENDED = Long.MAX_VALUE;

    /** What a block holds at most, so that memory stays bounded whatever the block's length. */
    private static final int VALUES_LIMIT = 1 << 19;

    private final RowSource rows;
    private final List<ChannelSpec> channels;
    private final int rowLimit;
    private boolean more;
    private long lastNanos;
    private @Nullable Fault damage;

    /**
     * @param rows with strictly increasing times; values in the order of the channels
     */
    public TableCursor(RowSource rows, List<ChannelSpec> channels) {
        this.rows = rows;
        this.channels = List.copyOf(channels);
        this.rowLimit = Math.max(1, VALUES_LIMIT / channels.size());
        this.more = rows.advance();
    }

    /** Moves on; damage waits until the rows before it are taken, so that none of them is lost. */
    private void advance() {
        lastNanos = rows.timeNanos();
        try {
            more = rows.advance();
        } catch (Fault fault) {
            more = false;
            damage = fault;
        }
    }

    /** Event time of the next row, or {@link #ENDED}. */
    public long nextNanos() {
        if (damage != null) {
            return lastNanos + 1;
        }
        return more ? rows.timeNanos() : ENDED;
    }

    /**
     * Takes the rows before {@code untilNanos}; fewer where they would fill too much memory, the
     * rest then comes with the next call.
     *
     * @throws Fault where the file is damaged at the next row
     */
    public Rows take(long untilNanos) {
        if (damage != null) {
            throw damage;
        }
        long[] times = new long[16];
        double[][] values = new double[channels.size()][16];
        int count = 0;
        while (more && rows.timeNanos() < untilNanos && count < rowLimit) {
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
                for (int channel = 0; channel < values.length; channel++) {
                    values[channel] = Arrays.copyOf(values[channel], count * 2);
                }
            }
            times[count] = rows.timeNanos();
            double[] row = rows.values();
            for (int channel = 0; channel < values.length; channel++) {
                values[channel][count] = row[channel];
            }
            count++;
            advance();
        }
        List<Column> columns = new ArrayList<>(values.length);
        for (int channel = 0; channel < values.length; channel++) {
            columns.add(column(channels.get(channel).precision(), values[channel], count));
        }
        return new Rows(Arrays.copyOf(times, count), columns);
    }

    private static Column column(Precision precision, double[] values, int count) {
        return switch (precision) {
            case DOUBLE -> new Column.Doubles(Arrays.copyOf(values, count));
            case SINGLE -> {
                float[] singles = new float[count];
                for (int i = 0; i < count; i++) {
                    singles[i] = (float) values[i];
                }
                yield new Column.Singles(singles);
            }
        };
    }
}
