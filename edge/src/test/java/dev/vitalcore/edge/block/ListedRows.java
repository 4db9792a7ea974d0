package dev.vitalcore.edge.block;

import java.util.List;

/** Rows from a list: time and one value, the value being the row's number. */
final class ListedRows implements RowSource {
    private final List<Long> times;
    private int row = -1;

    ListedRows(Long... times) {
        this.times = List.of(times);
    }

    @Override
    public boolean advance() {
        return ++row < times.size();
    }

    @Override
    public long timeNanos() {
        return times.get(row);
    }

    @Override
    public double[] values() {
        return new double[] {row};
    }

    @Override
    public String position() {
        return "line " + (row + 1);
    }
}
