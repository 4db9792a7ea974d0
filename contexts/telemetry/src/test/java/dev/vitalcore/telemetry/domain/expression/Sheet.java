package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.Course;
import dev.vitalcore.kernel.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Channels of a few rows, one a second unless said otherwise, to evaluate expressions over. */
final class Sheet {
    private static final long SECOND = 1_000_000_000L;

    private final Map<String, Unit> units = new HashMap<>();
    private final Map<String, ChannelSamples> samples = new HashMap<>();

    Sheet with(String name, Unit unit, double... values) {
        return every(SECOND, name, unit, values);
    }

    Sheet every(long periodNanos, String name, Unit unit, double... values) {
        long[] times = new long[values.length];
        for (int row = 0; row < times.length; row++) {
            times[row] = row * periodNanos;
        }
        return at(periodNanos, times, name, unit, values);
    }

    Sheet at(long periodNanos, long[] times, String name, Unit unit, double... values) {
        units.put(name, unit);
        samples.put(name, new ChannelSamples(name, course(name, unit), periodNanos, times, values));
        return this;
    }

    private static Course course(String name, Unit unit) {
        return Course.of(new ChannelSpec(name, name, unit, unit.symbol(), Precision.DOUBLE));
    }

    CheckedFormula check(String expression) {
        return Formula.parse(expression)
                .check(name -> Optional.ofNullable(units.get(name)).map(ChannelUnit::of));
    }

    String unitOf(String expression) {
        return check(expression).unit().name();
    }

    /** Over all there is. */
    double[] values(String expression) {
        return evaluate(expression, 0, Long.MAX_VALUE).values();
    }

    /** The times of the values in seconds. */
    double[] seconds(String expression) {
        long[] times = evaluate(expression, 0, Long.MAX_VALUE).times();
        double[] seconds = new double[times.length];
        for (int row = 0; row < times.length; row++) {
            seconds[row] = times[row] / 1e9;
        }
        return seconds;
    }

    CheckedFormula.Values evaluate(String expression, long fromNanos, long toNanos) {
        return evaluate(check(expression), fromNanos, toNanos);
    }

    /** Over all there is. */
    double[] values(CheckedFormula formula) {
        return evaluate(formula, 0, Long.MAX_VALUE).values();
    }

    private CheckedFormula.Values evaluate(CheckedFormula formula, long fromNanos, long toNanos) {
        List<ChannelSamples> inputs = new ArrayList<>();
        formula.channels().forEach(name -> inputs.add(samples.get(name)));
        return formula.evaluate(inputs, fromNanos, toNanos);
    }
}
