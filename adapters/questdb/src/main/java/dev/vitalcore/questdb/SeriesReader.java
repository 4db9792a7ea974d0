package dev.vitalcore.questdb;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.series.SeriesStore.KeptChannel;
import dev.vitalcore.platform.series.SeriesStore.Series;
import io.questdb.cairo.sql.Record;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Reads series: one query a table that has some of the channels. A channel that came in several
 * layouts is in several tables; its runs are merged by time, in the unit of the newest layout.
 */
final class SeriesReader {
    private final EmbeddedEngine engine;
    private final Catalogue catalogue;

    SeriesReader(EmbeddedEngine engine, Catalogue catalogue) {
        this.engine = engine;
        this.catalogue = catalogue;
    }

    List<KeptChannel> channels(EntryId entry) {
        return List.copyOf(byName(entry).values());
    }

    List<Series> read(EntryId entry, List<String> channels, Range range, BooleanSupplier givenUp) {
        Map<String, Target> targets = targets(entry, channels);
        RowLimit limit = new RowLimit(entry, range, givenUp);
        limit.requireWanted();
        for (KeptGroup group : catalogue.groups(entry)) {
            List<Wanted> wanted = wanted(entry, group, targets);
            if (!wanted.isEmpty()) {
                query(entry, group, wanted, range, limit);
                wanted.forEach(Wanted::handOver);
            }
        }
        return targets.values().stream().map(Target::series).toList();
    }

    private Map<String, Target> targets(EntryId entry, List<String> channels) {
        Map<String, KeptChannel> kept = byName(entry);
        Map<String, Target> targets = new LinkedHashMap<>();
        for (String channel : channels) {
            KeptChannel known = kept.get(channel);
            if (known == null) {
                throw SeriesStore.unknownChannel(channel, entry.toString(), kept.keySet());
            }
            targets.put(channel, new Target(known.spec()));
        }
        return targets;
    }

    private static List<Wanted> wanted(
            EntryId entry, KeptGroup group, Map<String, Target> targets) {
        List<Wanted> wanted = new ArrayList<>();
        List<ChannelSpec> columns = group.group().channels();
        for (int index = 0; index < columns.size(); index++) {
            ChannelSpec column = columns.get(index);
            Target target = targets.get(column.name());
            if (target != null) {
                if (!column.unit().convertsTo(target.spec.unit())) {
                    throw unitsDiffer(entry, column, target.spec);
                }
                wanted.add(new Wanted(column, index, target, new SampleRun()));
            }
        }
        return wanted;
    }

    private void query(
            EntryId entry, KeptGroup group, List<Wanted> wanted, Range range, RowLimit limit) {
        StringBuilder sql = new StringBuilder("SELECT ts, source");
        wanted.forEach(w -> sql.append(", ").append(KeptGroup.column(w.index())));
        sql.append(" FROM ").append(group.table(entry.session()));
        // The car is an identifier of the kernel: no quote can be in it.
        sql.append(" WHERE car = '").append(entry.car()).append('\'');
        sql.append(" AND ts >= ").append(range.from()).append(" AND ts < ").append(range.to());
        engine.query(
                sql.toString(),
                row -> {
                    limit.count();
                    long time = row.getTimestamp(0);
                    CharSequence source = row.getSymA(1);
                    for (int i = 0; i < wanted.size(); i++) {
                        wanted.get(i).take(row, 2 + i, time, source);
                    }
                });
    }

    /** The newest layout says how a channel is described. */
    private Map<String, KeptChannel> byName(EntryId entry) {
        Map<String, KeptChannel> byName = new TreeMap<>();
        for (KeptGroup kept : catalogue.groups(entry)) {
            for (ChannelSpec channel : kept.group().channels()) {
                byName.put(channel.name(), new KeptChannel(channel, kept.group().periodNanos()));
            }
        }
        return byName;
    }

    private static Fault unitsDiffer(EntryId entry, ChannelSpec column, ChannelSpec newest) {
        return Fault.conflict(
                "units-differ",
                "channel '%s' of %s is kept in %s and in %s, which do not convert"
                        .formatted(column.name(), entry, column.unit(), newest.unit()),
                "give the channel another name in one of the sources");
    }

    /** Times from {@code from} to before {@code to}; at most {@code maxRows} rows may be there. */
    record Range(long from, long to, int maxRows) {
        Range {
            // The engine keeps nothing before 1970, and takes the smallest long for 'no time'.
            from = Math.max(from, 0);
            to = Math.max(to, 0);
        }
    }

    /** What becomes of one channel. */
    private static final class Target {
        private final ChannelSpec spec;
        private SampleRun run = new SampleRun();

        Target(ChannelSpec spec) {
            this.spec = spec;
        }

        Series series() {
            return new Series(spec, run.times(), run.values());
        }
    }

    /** A column of one table to read, and the target of its samples. */
    private record Wanted(ChannelSpec column, int index, Target target, SampleRun run) {
        void take(Record row, int at, long time, CharSequence source) {
            double value =
                    switch (column.precision()) {
                        case SINGLE -> row.getFloat(at);
                        case DOUBLE -> row.getDouble(at);
                    };
            if (!Double.isNaN(value)) {
                run.add(time, column.unit().convert(value, target.spec.unit()), source);
            }
        }

        void handOver() {
            target.run = target.run.mergedWith(run);
        }
    }

    /** Counts over all tables of one read. */
    private static final class RowLimit {
        /** Some milliseconds of reading. */
        private static final int ROWS_BETWEEN_LOOKS = 16_384;

        private final EntryId entry;
        private final Range range;
        private final BooleanSupplier givenUp;
        private int count;

        RowLimit(EntryId entry, Range range, BooleanSupplier givenUp) {
            this.entry = entry;
            this.range = range;
            this.givenUp = givenUp;
        }

        void requireWanted() {
            if (givenUp.getAsBoolean()) {
                throw new CancellationException("nobody waits for the rows any more");
            }
        }

        void count() {
            if (++count % ROWS_BETWEEN_LOOKS == 0) {
                requireWanted();
            }
            if (count > range.maxRows()) {
                throw Fault.user(
                        SeriesStore.TOO_MANY_ROWS,
                        "more than %d rows of %s are from %s to %s"
                                .formatted(
                                        range.maxRows(),
                                        entry,
                                        EpochNanos.toInstant(range.from()),
                                        EpochNanos.toInstant(range.to())),
                        "ask for a shorter time or fewer channels");
            }
        }
    }
}
