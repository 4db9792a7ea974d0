package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.edge.block.RowSource;
import dev.vitalcore.edge.block.Warnings;
import dev.vitalcore.edge.channel.MappedChannel;
import dev.vitalcore.kernel.EpochNanos;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The rows of all MoTeC channels of one rate: sample n is taken n / rate after the start. */
final class LdRows implements RowSource {
    private final List<LdSamples> samples;
    private final List<DoubleUnaryOperator> conversions;
    private final PositionGuard positions;
    private final long startNanos;
    private final int frequency;
    private final long rows;
    private final double[] values;
    private long row = -1;

    LdRows(
            List<LdSamples> samples,
            List<MappedChannel> channels,
            long startNanos,
            int frequency,
            long rows,
            Warnings warnings) {
        this.samples = List.copyOf(samples);
        this.conversions = channels.stream().map(MappedChannel::conversion).toList();
        List<ChannelSpec> specs = channels.stream().map(MappedChannel::spec).toList();
        this.positions = new PositionGuard(specs, warnings);
        this.startNanos = startNanos;
        this.frequency = frequency;
        this.rows = rows;
        this.values = new double[channels.size()];
    }

    @Override
    public boolean advance() {
        if (row + 1 >= rows) {
            return false;
        }
        row++;
        for (int i = 0; i < values.length; i++) {
            values[i] = conversions.get(i).applyAsDouble(samples.get(i).next());
        }
        positions.check(values, position());
        return true;
    }

    @Override
    public long timeNanos() {
        // Whole seconds first: the product of row and nanoseconds would overflow after months.
        return startNanos
                + row / frequency * EpochNanos.PER_SECOND
                + row % frequency * EpochNanos.PER_SECOND / frequency;
    }

    @Override
    public double[] values() {
        return values;
    }

    @Override
    public String position() {
        return "sample " + row + " at " + frequency + " Hz";
    }
}
