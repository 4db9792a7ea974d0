package dev.vitalcore.edge.channel;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.Unit;
import java.util.function.DoubleUnaryOperator;

/**
 * A channel as it is carried.
 *
 * @param conversion from a value of the source to a value in the unit of {@code spec}
 */
public record MappedChannel(ChannelSpec spec, DoubleUnaryOperator conversion) {
    static DoubleUnaryOperator conversion(Unit from, Unit to) {
        return from == to ? DoubleUnaryOperator.identity() : value -> from.convert(value, to);
    }
}
