package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.telemetry.domain.RaceControlLog;
import dev.vitalcore.telemetry.domain.RaceControlMessage;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Reads from what the circuit sent which flags, incidents and turns of the weather there were. */
public final class RaceControlQueries {
    private static final int MOST_MESSAGES = 1_000;

    /** Bounds the memory of one read: 16 bytes a value, so 32 MiB. */
    private static final int MOST_VALUES = 2 * 1024 * 1024;

    /** A range of more rows is read in halves, and those again; so many times. */
    private static final int MOST_HALVINGS = 8;

    /** Before the range, so that what holds when it begins is no news. */
    private static final long LOOK_BACK_NANOS = 10 * EpochNanos.PER_SECOND;

    private final SeriesStore store;
    private final int mostValues;

    public RaceControlQueries(SeriesStore store) {
        this(store, MOST_VALUES);
    }

    /**
     * @param mostValues that one read may give
     */
    RaceControlQueries(SeriesStore store, int mostValues) {
        this.store = store;
        this.mostValues = mostValues;
    }

    /**
     * What was said from {@code fromNanos} to before {@code toNanos}; nothing where the session has
     * no trackside source.
     *
     * @throws Fault (user) when the range has more rows than can be read
     */
    public RaceControlReport between(SessionId session, long fromNanos, long toNanos) {
        EntryId circuit = EntryId.trackside(session);
        List<String> channels =
                store.channels(circuit).stream()
                        .map(channel -> channel.spec().name())
                        .filter(RaceControlLog.CHANNELS::contains)
                        .toList();
        if (channels.isEmpty()) {
            return RaceControlReport.NOTHING;
        }
        Reading reading = new Reading(circuit, channels, fromNanos);
        reading.read(fromNanos - LOOK_BACK_NANOS, toNanos, MOST_HALVINGS);
        return reading.report();
    }

    /** One run over the samples, in the order of time. */
    private final class Reading {
        private final EntryId circuit;
        private final List<String> channels;
        private final long fromNanos;
        private final RaceControlLog log;
        private final Deque<RaceControlMessage> newest = new ArrayDeque<>();
        private long total;

        Reading(EntryId circuit, List<String> channels, long fromNanos) {
            this.circuit = circuit;
            this.channels = channels;
            this.fromNanos = fromNanos;
            this.log = new RaceControlLog(channels);
        }

        void read(long from, long to, int halvings) {
            List<SeriesStore.Series> series;
            try {
                series = store.read(circuit, channels, from, to, mostValues / channels.size());
            } catch (Fault refused) {
                if (!refused.code().equals("too-many-rows") || halvings == 0) {
                    throw refused;
                }
                long middle = from + (to - from) / 2;
                read(from, middle, halvings - 1);
                read(middle, to, halvings - 1);
                return;
            }
            take(series);
        }

        /** Puts the samples of one instant together. */
        private void take(List<SeriesStore.Series> series) {
            int[] next = new int[series.size()];
            double[] row = new double[series.size()];
            long time = earliest(series, next);
            while (time != Long.MAX_VALUE) {
                Arrays.fill(row, Double.NaN);
                for (int channel = 0; channel < next.length; channel++) {
                    SeriesStore.Series samples = series.get(channel);
                    int at = next[channel];
                    if (at < samples.times().length && samples.times()[at] == time) {
                        row[channel] = samples.values()[at];
                        next[channel]++;
                    }
                }
                log.accept(time, row).forEach(this::keep);
                time = earliest(series, next);
            }
        }

        private static long earliest(List<SeriesStore.Series> series, int[] next) {
            long earliest = Long.MAX_VALUE;
            for (int channel = 0; channel < next.length; channel++) {
                long[] times = series.get(channel).times();
                if (next[channel] < times.length) {
                    earliest = Math.min(earliest, times[next[channel]]);
                }
            }
            return earliest;
        }

        private void keep(RaceControlMessage message) {
            if (message.atNanos() < fromNanos) {
                return;
            }
            total++;
            newest.addLast(message);
            if (newest.size() > MOST_MESSAGES) {
                newest.removeFirst();
            }
        }

        RaceControlReport report() {
            return new RaceControlReport(List.copyOf(newest), total, log.marshalSectors());
        }
    }
}
