package dev.vitalcore.telemetry.domain.table;

import dev.vitalcore.kernel.EpochNanos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The times at which there are samples. */
public enum SampleTimes implements TimeBase {
    /** Of all channels: each sample is in the table, at its own time. */
    OF_ALL {
        @Override
        public long[] times(List<SampleWindow> windows, long from, long to) {
            long[] all = {};
            for (Clock clock : clocks(windows)) {
                all = merged(all, clock.times());
            }
            return within(all, from, to);
        }
    },

    /**
     * Of the fastest channel. Where it is silent, a slower one gives the times: each of its own at
     * which no faster one has a sample within half its period.
     */
    OF_THE_FASTEST {
        @Override
        public long[] times(List<SampleWindow> windows, long from, long to) {
            long[] base = {};
            long[] faster = {};
            for (Clock clock : clocks(windows)) {
                base = merged(base, lonely(clock, faster));
                faster = merged(faster, clock.times());
            }
            return within(base, from, to);
        }
    };

    /** Bounds how far a time looks around; no farther than the windows are held. */
    private static final long LONGEST_PERIOD = 2 * EpochNanos.PER_SECOND;

    /** A channel without a fixed rate fills holes of the others; alone it gives all its times. */
    private static final long IRREGULAR_PERIOD = EpochNanos.PER_SECOND;

    /** Times that one or more channels have in common. */
    private record Clock(long periodNanos, long[] times) {}

    /** Fastest first; those without a fixed rate last. */
    private static List<Clock> clocks(List<SampleWindow> windows) {
        boolean fixed = windows.stream().anyMatch(window -> window.periodNanos() > 0);
        List<Clock> clocks = new ArrayList<>();
        for (SampleWindow window : windows) {
            long[] times = window.times();
            if (clocks.stream().noneMatch(clock -> Arrays.equals(clock.times(), times))) {
                clocks.add(new Clock(period(window, fixed), times));
            }
        }
        clocks.sort(Comparator.comparingLong(Clock::periodNanos));
        return clocks;
    }

    private static long period(SampleWindow window, boolean others) {
        if (window.periodNanos() > 0) {
            return Math.min(window.periodNanos(), LONGEST_PERIOD);
        }
        return others ? IRREGULAR_PERIOD : 0;
    }

    private static long[] lonely(Clock clock, long[] faster) {
        long near = clock.periodNanos() / 2;
        long[] kept = new long[clock.times().length];
        int count = 0;
        int next = 0;
        for (long time : clock.times()) {
            while (next < faster.length && faster[next] < time - near) {
                next++;
            }
            if (next == faster.length || faster[next] > time + near) {
                kept[count++] = time;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** Both ascending; a time of both is there once. */
    private static long[] merged(long[] one, long[] other) {
        long[] all = new long[one.length + other.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < one.length || j < other.length) {
            boolean fromOne = j == other.length || (i < one.length && one[i] <= other[j]);
            long time = fromOne ? one[i++] : other[j++];
            if (count == 0 || all[count - 1] != time) {
                all[count++] = time;
            }
        }
        return Arrays.copyOf(all, count);
    }

    private static long[] within(long[] times, long from, long to) {
        return Arrays.stream(times).filter(time -> time >= from && time < to).toArray();
    }
}
