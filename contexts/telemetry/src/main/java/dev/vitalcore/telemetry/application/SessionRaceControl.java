package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.series.SeriesStore.Series;
import dev.vitalcore.telemetry.domain.RaceControlLog;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was said in one session, as far as it is settled. A question reads on from there.
 *
 * <pre>
 *   first sample ───────────── settled ── ≤ 2 min ── newest sample
 *   remembered: state, messages      │ read anew at each question
 * </pre>
 */
final class SessionRaceControl {
    /** Bounds the memory of one read: 16 bytes a value, so 16 MiB. */
    private static final int MOST_VALUES = 1024 * 1024;

    /** Rate groups that lag behind the newest sample by less cost no second reading. */
    private static final long LAG = 60 * EpochNanos.PER_SECOND;

    /** So much more must have settled that it is worth to wait for the store. */
    private static final long STEP = 60 * EpochNanos.PER_SECOND;

    private final SeriesStore store;
    private final EntryId circuit;
    private final Duration patience;
    private final ReentrantLock asking = new ReentrantLock();
    private List<String> channels = List.of();
    private RaceControlRecord settled = new RaceControlRecord(List.of());
    private long settledNanos = Long.MIN_VALUE;
    private Optional<TracksideStand> settledAt = Optional.empty();

    /**
     * @param patience how long a question waits for the one before
     */
    SessionRaceControl(SeriesStore store, SessionId session, Duration patience) {
        this.store = store;
        this.circuit = EntryId.trackside(session);
        this.patience = patience;
    }

    /**
     * All that was said so far.
     *
     * @throws Fault (unavailable) when the question before is not answered in time
     */
    RaceControlRecord until(TracksideStand stand) {
        takeTurn();
        try {
            beginAnewWhereThePastChanged(stand);
            if (channels.isEmpty()) {
                return settled;
            }
            if (stand.lastNanos() - LAG - settledNanos > STEP) {
                settle(stand);
            }
            RaceControlRecord whole = settled.copy();
            read(whole, settledNanos, stand.lastNanos() + 1);
            return whole;
        } finally {
            asking.unlock();
        }
    }

    /** Who waits holds up other reads: the whole past may be read meanwhile. */
    private void takeTurn() {
        try {
            if (asking.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable(
                    "server-stopping", "the server is stopping", "try again later", stopped);
        }
        throw Fault.unavailable(
                "busy",
                "race control of session " + circuit.session() + " is being read",
                "try again in a second");
    }

    private void settle(TracksideStand stand) {
        // What the stand counts is written, but only then sure to be read.
        store.settle();
        RaceControlRecord longer = settled.copy();
        long until = stand.lastNanos() - LAG;
        read(longer, settledNanos, until);
        settled = longer;
        settledNanos = until;
        settledAt = Optional.of(stand);
    }

    private void beginAnewWhereThePastChanged(TracksideStand stand) {
        List<String> sent =
                store.channels(circuit).stream()
                        .map(channel -> channel.spec().name())
                        .filter(RaceControlLog.CHANNELS::contains)
                        .toList();
        boolean changed = settledAt.isEmpty() || stand.changedBefore(settledNanos, settledAt.get());
        if (changed || !sent.equals(channels)) {
            channels = sent;
            settled = new RaceControlRecord(sent);
            settledAt = Optional.empty();
            settledNanos = stand.firstNanos();
        }
    }

    private void read(RaceControlRecord record, long from, long to) {
        new SlicedRead(store, circuit, channels, MOST_VALUES / channels.size())
                .<RuntimeException>read(from, to, (series, until) -> take(record, series));
    }

    /** Puts the samples of one instant together. */
    private static void take(RaceControlRecord record, List<Series> series) {
        int[] next = new int[series.size()];
        double[] row = new double[series.size()];
        long time = earliest(series, next);
        while (time != Long.MAX_VALUE) {
            Arrays.fill(row, Double.NaN);
            for (int channel = 0; channel < next.length; channel++) {
                Series samples = series.get(channel);
                int at = next[channel];
                if (at < samples.times().length && samples.times()[at] == time) {
                    row[channel] = samples.values()[at];
                    next[channel]++;
                }
            }
            record.accept(time, row);
            time = earliest(series, next);
        }
    }

    private static long earliest(List<Series> series, int[] next) {
        long earliest = Long.MAX_VALUE;
        for (int channel = 0; channel < next.length; channel++) {
            long[] times = series.get(channel).times();
            if (next[channel] < times.length) {
                earliest = Math.min(earliest, times[next[channel]]);
            }
        }
        return earliest;
    }
}
