package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.Course;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.series.SeriesStore.Series;
import dev.vitalcore.telemetry.application.EntryFormulas.Usable;
import dev.vitalcore.telemetry.domain.expression.ChannelSamples;
import dev.vitalcore.telemetry.domain.expression.CheckedFormula.Values;
import dev.vitalcore.telemetry.domain.expression.ExpressionRefused;
import dev.vitalcore.telemetry.domain.expression.Margin;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What calculated channels are made from, and how. */
final class MathReading {
    private final EntryFormulas formulas;
    private final Map<String, Usable> calculated = new LinkedHashMap<>();
    private final Set<String> inputs = new LinkedHashSet<>();

    /**
     * @param names of math channels, each once
     * @throws dev.vitalcore.kernel.Fault (user) when one of them cannot be calculated
     */
    MathReading(EntryFormulas formulas, List<String> names) {
        this.formulas = formulas;
        try {
            for (String name : names) {
                Usable found = formulas.required(name);
                calculated.put(name, found);
                inputs.addAll(found.checked().channels());
            }
        } catch (ExpressionRefused unusable) {
            throw unusable.toFault();
        }
    }

    /** The recorded channels that are to be read. */
    List<String> inputs() {
        return List.copyOf(inputs);
    }

    /** From and to of what is to be read. */
    long[] range(long fromNanos, long toNanos) {
        long from = fromNanos;
        long to = toNanos;
        for (Usable one : calculated.values()) {
            Margin margin = one.checked().margin();
            from = Math.min(from, earlier(fromNanos, margin.beforeSeconds()));
            to = Math.max(to, later(toNanos, margin.afterSeconds()));
        }
        return new long[] {from, to};
    }

    /** How many may be read so that no more is in memory than of as many recorded channels. */
    int rows(int maxRows) {
        long answers = 0;
        long columns = 0;
        for (Usable one : calculated.values()) {
            long clocks = clocks(one);
            answers += clocks;
            columns = Math.max(columns, clocks * one.checked().columns());
        }
        // A sample of an input or of the answer is 16 bytes, a value of a column 8.
        long weight = inputs.size() + answers + (columns + 1) / 2;
        return (int)
                Math.max(
                        1,
                        (long) maxRows * calculated.size() / Math.max(weight, calculated.size()));
    }

    /** In the order asked for. */
    List<Series> answer(List<Series> read, long fromNanos, long toNanos) {
        Map<String, Series> byName = new HashMap<>();
        read.forEach(series -> byName.put(series.spec().name(), series));
        return calculated.entrySet().stream()
                .map(one -> evaluated(one.getKey(), one.getValue(), byName, fromNanos, toNanos))
                .toList();
    }

    /** How many of its channels may each have times of their own, which all become rows. */
    private long clocks(Usable one) {
        Set<String> inputsOfOne = one.checked().channels();
        long irregular =
                inputsOfOne.stream().filter(name -> formulas.periodNanos(name) == 0).count();
        return irregular < inputsOfOne.size() ? irregular + 1 : irregular;
    }

    private Series evaluated(
            String name, Usable formula, Map<String, Series> read, long fromNanos, long toNanos) {
        List<ChannelSamples> samples =
                formula.checked().channels().stream()
                        .map(channel -> {
                            Series series = found(read, channel);
                            return new ChannelSamples(
                                    channel,
                                    Course.of(series.spec()),
                                    formulas.periodNanos(channel),
                                    series.times(),
                                    series.values());
                        })
                        .toList();
        Values values = formula.checked().evaluate(samples, fromNanos, toNanos);
        return new Series(EntryFormulas.spec(name, formula), values.times(), values.values());
    }

    private static Series found(Map<String, Series> read, String channel) {
        return Objects.requireNonNull(read.get(channel), channel);
    }

    private static long earlier(long nanos, double seconds) {
        long margin = EpochNanos.ofSeconds(seconds);
        return nanos < Long.MIN_VALUE + margin ? Long.MIN_VALUE : nanos - margin;
    }

    private static long later(long nanos, double seconds) {
        long margin = EpochNanos.ofSeconds(seconds);
        return nanos > Long.MAX_VALUE - margin ? Long.MAX_VALUE : nanos + margin;
    }
}
