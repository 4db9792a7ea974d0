package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.telemetry.domain.expression.ExpressionRefused;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A series store that has math channels beside the recorded ones: those that are saved, under their
 * names, and any other as the name of a channel that is {@code =} and the expression. They are
 * calculated when they are read, from one read of the recorded channels, with as much before and
 * after the range as makes the values those of a longer range.
 */
public final class MathSeriesStore implements SeriesStore {
    private final SeriesStore recorded;
    private final MathChannels saved;

    public MathSeriesStore(SeriesStore recorded, MathChannels saved) {
        this.recorded = recorded;
        this.saved = saved;
    }

    @Override
    public void write(List<TelemetryBlock> blocks) {
        recorded.write(blocks);
    }

    @Override
    public void settle() {
        recorded.settle();
    }

    @Override
    public List<KeptChannel> channels(EntryId entry) {
        return formulas(entry).channels();
    }

    @Override
    public Set<String> readable(EntryId entry, Collection<String> names) {
        EntryFormulas formulas = formulas(entry);
        Set<String> readable = new LinkedHashSet<>();
        try {
            for (String name : names) {
                if (formulas.isRecorded(name) || formulas.calculated(name).isPresent()) {
                    readable.add(name);
                }
            }
        } catch (ExpressionRefused unusable) {
            throw unusable.toFault();
        }
        return readable;
    }

    /**
     * As the port says; the rows that may be read are fewer where an expression has many channels,
     * so that memory stays the same.
     */
    @Override
    public List<Series> read(
            EntryId entry, List<String> channels, long fromNanos, long toNanos, int maxRows) {
        EntryFormulas formulas = formulas(entry);
        if (channels.stream().noneMatch(formulas::isMath)) {
            return recorded.read(entry, channels, fromNanos, toNanos, maxRows);
        }
        MathReading reading = new MathReading(formulas, channels);
        long[] range = reading.range(fromNanos, toNanos);
        List<Series> inputs =
                recorded.read(entry, reading.inputs(), range[0], range[1], reading.rows(maxRows));
        return reading.answer(inputs, fromNanos, toNanos);
    }

    @Override
    public long sizeBytes() {
        return recorded.sizeBytes();
    }

    /** Leaves the recorded ones open: whoever made that store closes it. */
    @Override
    public void close() {}

    private EntryFormulas formulas(EntryId entry) {
        return new EntryFormulas(entry, recorded, saved.definitions());
    }
}
