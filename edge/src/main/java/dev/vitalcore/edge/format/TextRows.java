package dev.vitalcore.edge.format;

import dev.vitalcore.edge.block.RowSource;
import dev.vitalcore.edge.block.Warnings;
import dev.vitalcore.edge.channel.MappedChannel;
import dev.vitalcore.edge.input.Fields;
import dev.vitalcore.edge.input.LineReader;
import java.util.List;

/** The rows of a text table: one line a row, one field a value. */
final class TextRows implements RowSource {
    /** Times outside 1938 to 2201 are damage; within, differences of times cannot overflow. */
    private static final long EARLIEST = -1_000_000_000_000_000_000L;

    private static final long LATEST = 7_300_000_000_000_000_000L;

    private final LineReader lines;
    private final Fields fields;
    private final RowClock clock;
    private final int width;
    private final List<TableColumn> columns;
    private final List<MappedChannel> channels;
    private final Warnings warnings;
    private final PositionGuard positions;
    private final double[] values;
    private long time;
    private boolean ended;

    /**
     * @param lines standing before the first row
     * @param width fields that a whole row has; shorter rows are cut off and dropped
     * @param channels one a column, in the same order
     */
    TextRows(
            LineReader lines,
            Fields fields,
            RowClock clock,
            int width,
            List<TableColumn> columns,
            List<MappedChannel> channels,
            Warnings warnings) {
        this.lines = lines;
        this.fields = fields;
        this.clock = clock;
        this.width = width;
        this.columns = List.copyOf(columns);
        this.channels = List.copyOf(channels);
        this.warnings = warnings;
        this.positions =
                new PositionGuard(channels.stream().map(MappedChannel::spec).toList(), warnings);
        this.values = new double[columns.size()];
    }

    @Override
    public boolean advance() {
        while (!ended) {
            String line = lines.next();
            if (line == null) {
                end();
            } else if (!line.isBlank() && read(fields.split(line))) {
                return true;
            }
        }
        return false;
    }

    private void end() {
        ended = true;
        long latin = lines.takeLatinLines();
        if (latin > 0) {
            warnings.count(
                    "line that is not UTF-8 read as Latin-1",
                    latin,
                    "line " + lines.firstLatinLine());
        }
    }

    private boolean read(List<String> row) {
        if (row.size() < width) {
            warnings.count("incomplete row dropped", position());
            return false;
        }
        time = clock.nanos(row);
        if (time == RowClock.UNREADABLE || time < EARLIEST || time > LATEST) {
            warnings.count("row whose time cannot be read dropped", position());
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            int index = columns.get(i).index();
            values[i] = value(i, index < row.size() ? row.get(index) : "");
        }
        positions.check(values, position());
        return true;
    }

    private double value(int column, String field) {
        double value = columns.get(column).reading().applyAsDouble(field);
        if (Double.isNaN(value)) {
            if (!Absent.is(field)) {
                warnings.count(
                        "value of '"
                                + channels.get(column).spec().originalName()
                                + "' that is no number taken as absent",
                        position());
            }
            return value;
        }
        return channels.get(column).conversion().applyAsDouble(value);
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
        return "line " + lines.number();
    }
}
