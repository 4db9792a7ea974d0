package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.edge.block.RowSource;
import dev.vitalcore.edge.block.Warnings;
import dev.vitalcore.edge.channel.MappedChannel;
import dev.vitalcore.edge.input.Decimals;
import dev.vitalcore.edge.input.Fields;
import dev.vitalcore.edge.input.LineReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of a long table: the lines of one arrival time put together. */
final class LongTableRows implements RowSource {
    private final LineReader lines;
    private final Fields fields;
    private final LongTable table;
    private final List<MappedChannel> channels;
    private final Map<String, Integer> places = new HashMap<>();
    private final Warnings warnings;
    private final PositionGuard positions;
    private final double[] values;
    private long time;
    private String position = "";
    private @Nullable Value ahead;

    /** One usable line. */
    private record Value(long time, int place, double value, String position) {}

    LongTableRows(
            LineReader lines,
            Fields fields,
            LongTable table,
            List<MappedChannel> channels,
            Warnings warnings) {
        this.lines = lines;
        this.fields = fields;
        this.table = table;
        this.channels = List.copyOf(channels);
        this.warnings = warnings;
        List<ChannelSpec> specs = channels.stream().map(MappedChannel::spec).toList();
        this.positions = new PositionGuard(specs, warnings);
        this.values = new double[channels.size()];
        for (int i = 0; i < table.channels().size(); i++) {
            places.put(table.channels().get(i), i);
        }
    }

    @Override
    public boolean advance() {
        Value value = ahead != null ? ahead : nextValue();
        ahead = null;
        if (value == null) {
            return false;
        }
        Arrays.fill(values, Double.NaN);
        time = value.time;
        position = value.position;
        while (value != null && value.time == time) {
            put(value);
            value = nextValue();
        }
        ahead = value;
        positions.checkPresent(values, position);
        return true;
    }

    private void put(Value value) {
        if (!Double.isNaN(values[value.place])) {
            warnings.count(
                    "second value of a channel at one arrival time, the later kept",
                    value.position);
        }
        values[value.place] = channels.get(value.place).conversion().applyAsDouble(value.value);
    }

    /** The next line that can be used, or null at the end. */
    private @Nullable Value nextValue() {
        for (String line = lines.next(); line != null; line = lines.next()) {
            Optional<Value> value = read(fields.split(line));
            if (value.isPresent()) {
                return value.get();
            }
        }
        return null;
    }

    private Optional<Value> read(List<String> row) {
        String at = "line " + lines.number();
        if (row.size() < table.width()) {
            return refused("incomplete line dropped", at);
        }
        if (isOfOtherCar(row)) {
            return refused("line of another car dropped; split the file by vehicle", at);
        }
        Integer place = places.get(row.get(table.channel()));
        long arrived = Times.iso(row.get(table.time()));
        double value = Decimals.parse(row.get(table.value()));
        if (place == null) {
            return refused("channel that first appears far into the file left out", at);
        }
        if (arrived == RowClock.UNREADABLE) {
            return refused("line whose time cannot be read dropped", at);
        }
        if (Double.isNaN(value)) {
            return refused("value that is no number left out", at);
        }
        return Optional.of(new Value(arrived, place, value, at));
    }

    private boolean isOfOtherCar(List<String> row) {
        return table.vehicle().isPresent()
                && !table.vehicle().get().equals(row.get(table.vehicleColumn()));
    }

    private Optional<Value> refused(String why, String at) {
        warnings.count(why, at);
        return Optional.empty();
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
