package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.telemetry.domain.expression.ExpressionRefused;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A series store that has math channels beside the recorded ones: those that are saved, under their
 * names, and any other as the name of a channel that is {@code =} and the expression. They are
 * calculated when they are read, from recorded channels that are read with as much before and after
 * the range as makes the values those of a longer range.
 */
public final class MathSeriesStore implements SeriesStore {
    /** Different sets of channels in use at a time: a field of cars has a few. */
    private static final int MOST_BASES_KEPT = 64;

    private final SeriesStore recorded;
    private final Supplier<MathDefinitions> saved;

    /** Reading and checking hundreds of definitions again for each question is most of its work. */
    private final Recent<Basis, EntryFormulas> formulas = new Recent<>(MOST_BASES_KEPT);

    public MathSeriesStore(SeriesStore recorded, MathChannels saved) {
        this(recorded, saved::definitions);
    }

    private MathSeriesStore(SeriesStore recorded, Supplier<MathDefinitions> saved) {
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

    @Override
    public List<KeptChannel> described(EntryId entry, List<String> names) {
        EntryFormulas formulas = formulas(entry);
        List<String> kept = names.stream().filter(name -> !formulas.isMath(name)).toList();
        Map<String, KeptChannel> found = new HashMap<>();
        recorded.described(entry, kept)
                .forEach(channel -> found.put(channel.spec().name(), channel));
        try {
            return names.stream()
                    .map(name -> formulas.isMath(name) ? formulas.described(name) : found.get(name))
                    .map(Objects::requireNonNull)
                    .toList();
        } catch (ExpressionRefused unusable) {
            throw unusable.toFault();
        }
    }

    @Override
    public SeriesStore frozen() {
        MathDefinitions now = saved.get();
        return new MathSeriesStore(recorded, () -> now);
    }

    /**
     * As the port says; the rows that may be read are fewer where an expression has many channels,
     * so that memory stays the same.
     */
    @Override
    public List<Series> read(
            EntryId entry, List<String> channels, long fromNanos, long toNanos, int maxRows) {
        if (channels.stream().noneMatch(this::mayBeCalculated)) {
            return recorded.read(entry, channels, fromNanos, toNanos, maxRows);
        }
        EntryFormulas formulas = formulas(entry);
        List<String> kept = channels.stream().filter(name -> !formulas.isMath(name)).toList();
        if (kept.size() == channels.size()) {
            return recorded.read(entry, channels, fromNanos, toNanos, maxRows);
        }
        MathRead read =
                new MathRead(recorded, entry, fromNanos, toNanos, (long) maxRows * channels.size());
        if (!kept.isEmpty()) {
            read.keep(recorded.read(entry, kept, fromNanos, toNanos, maxRows));
        }
        read.calculate(formulas, channels.stream().filter(formulas::isMath).distinct().toList());
        return channels.stream().map(read::found).toList();
    }

    @Override
    public long sizeBytes() {
        return recorded.sizeBytes();
    }

    /** Leaves the recorded ones open: whoever made that store closes it. */
    @Override
    public void close() {}

    private EntryFormulas formulas(EntryId entry) {
        return formulas.get(
                new Basis(recorded.channels(entry), saved.get()),
                basis -> new EntryFormulas(basis.channels(), basis.definitions()));
    }

    /** Most reads are of recorded channels alone and need no look at which there are. */
    private boolean mayBeCalculated(String name) {
        return EntryFormulas.isExpression(name) || saved.get().contains(name);
    }

    /** Cars of one make have the same channels; definitions are the same only as one object. */
    private record Basis(List<KeptChannel> channels, MathDefinitions definitions) {
        Basis {
            channels = List.copyOf(channels);
        }
    }
}
