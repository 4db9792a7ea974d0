package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.Course;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.series.SeriesStore.Series;
import dev.vitalcore.telemetry.application.EntryFormulas.Calculated;
import dev.vitalcore.telemetry.domain.expression.ChannelSamples;
import dev.vitalcore.telemetry.domain.expression.CheckedFormula.Values;
import dev.vitalcore.telemetry.domain.expression.ExpressionRefused;
import dev.vitalcore.telemetry.domain.expression.Margin;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One question for channels of which some are calculated. */
final class MathReading {
    private final EntryFormulas formulas;
    private final List<String> channels;
    private final Map<String, Calculated> calculated = new LinkedHashMap<>();
    private final Set<String> inputs = new LinkedHashSet<>();

    /**
     * @throws dev.vitalcore.kernel.Fault (user) when one of them cannot be calculated
     */
    MathReading(EntryFormulas formulas, List<String> channels) {
        this.formulas = formulas;
        this.channels = channels;
        try {
            for (String name : channels) {
                if (formulas.isMath(name)) {
                    Calculated found = formulas.required(name);
                    calculated.put(name, found);
                    inputs.addAll(found.checked().channels());
                } else {
                    inputs.add(name);
                }
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
        for (Calculated one : calculated.values()) {
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
        for (Calculated one : calculated.values()) {
            long clocks = clocks(one);
            answers += clocks;
            columns = Math.max(columns, clocks * one.checked().columns());
        }
        // A sample of an input or of the answer is 16 bytes, a value of a column 8.
        long weight = inputs.size() + answers + (columns + 1) / 2;
        return (int)
                Math.max(1, (long) maxRows * channels.size() / Math.max(weight, channels.size()));
    }

    /** In the order asked for. */
    List<Series> answer(List<Series> read, long fromNanos, long toNanos) {
        Map<String, Series> byName = new HashMap<>();
        read.forEach(series -> byName.put(series.spec().name(), series));
        return channels.stream()
                .map(name -> {
                    Calculated formula = calculated.get(name);
                    return formula == null
                            ? within(found(byName, name), fromNanos, toNanos)
                            : evaluated(name, formula, byName, fromNanos, toNanos);
                })
                .toList();
    }

    /** How many of its channels may each have times of their own, which all become rows. */
    private long clocks(Calculated one) {
        Set<String> inputsOfOne = one.checked().channels();
        long irregular =
                inputsOfOne.stream().filter(name -> formulas.periodNanos(name) == 0).count();
        return irregular < inputsOfOne.size() ? irregular + 1 : irregular;
    }

    private Series evaluated(
            String name,
            Calculated formula,
            Map<String, Series> read,
            long fromNanos,
            long toNanos) {
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

    private static Series within(Series series, long fromNanos, long toNanos) {
        int from = firstFrom(series.times(), fromNanos);
        int to = firstFrom(series.times(), toNanos);
        return from == 0 && to == series.times().length
                ? series
                : new Series(
                        series.spec(),
                        Arrays.copyOfRange(series.times(), from, to),
                        Arrays.copyOfRange(series.values(), from, to));
    }

    private static int firstFrom(long[] times, long nanos) {
        int found = Arrays.binarySearch(times, nanos);
        return found < 0 ? -found - 1 : found;
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
