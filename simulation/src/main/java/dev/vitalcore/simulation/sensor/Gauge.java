package dev.vitalcore.simulation.sensor;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.kernel.Unit;
import java.util.function.ToDoubleFunction;

/**
 * A sensor with its channel.
 *
 * @param reads the value of a moment; NaN where the sensor says nothing
 */
record Gauge(String name, Unit unit, Precision precision, ToDoubleFunction<Moment> reads) {
    static Gauge of(String name, Unit unit, ToDoubleFunction<Moment> reads) {
        return new Gauge(name, unit, Precision.SINGLE, reads);
    }

    ChannelSpec channel() {
        return new ChannelSpec(name, name, unit, unit.symbol(), precision);
    }
}
