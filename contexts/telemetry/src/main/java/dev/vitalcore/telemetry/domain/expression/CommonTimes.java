package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.contracts.telemetry.Holes;
import dev.vitalcore.kernel.EpochNanos;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings channels onto common times: those of the fastest, so that no peak of it is lost, and of
 * all that come irregularly. The others go on from sample to sample in their course.
 */
final class CommonTimes {
    private CommonTimes() {}

    /**
     * The times of the rows. Which they are does not depend on what lies before and after: of which
     * irregular channel there are most samples would.
     */
    static long[] rows(List<ChannelSamples> channels) {
        long[] rows =
                channels.stream()
                        .filter(channel -> channel.periodNanos() > 0)
                        .min(Comparator.comparingLong(ChannelSamples::periodNanos))
                        .map(ChannelSamples::times)
                        .orElse(new long[0]);
        for (ChannelSamples channel : channels) {
            if (channel.periodNanos() == 0) {
                rows = joined(rows, channel.times());
            }
        }
        return rows;
    }

    /** Ascending, a time of both once. */
    private static long[] joined(long[] one, long[] other) {
        if (one.length == 0 || Arrays.equals(one, other)) {
            return other;
        }
        long[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        Arrays.sort(all);
        int count = 1;
        for (int index = 1; index < all.length; index++) {
            if (all[index] != all[count - 1]) {
                all[count++] = all[index];
            }
        }
        return Arrays.copyOf(all, count);
    }

    /**
     * @param times of the rows
     * @param fromNanos where the range begins that is asked for
     */
    static Frame frame(List<ChannelSamples> channels, long[] times, long fromNanos) {
        double[] seconds = new double[times.length];
        for (int row = 0; row < times.length; row++) {
            seconds[row] = EpochNanos.toSeconds(times[row] - times[0]);
        }
        Map<String, double[]> columns = new HashMap<>();
        channels.forEach(channel -> columns.put(channel.name(), column(channel, times)));
        int first = Arrays.binarySearch(times, fromNanos);
        return new Frame(seconds, first < 0 ? -first - 1 : first, columns);
    }

    private static double[] column(ChannelSamples channel, long[] times) {
        if (Arrays.equals(channel.times(), times)) {
            return channel.values();
        }
        long[] known = channel.times();
        double[] column = new double[times.length];
        int before = -1;
        for (int row = 0; row < times.length; row++) {
            while (before + 1 < known.length && known[before + 1] <= times[row]) {
                before++;
            }
            column[row] = between(channel, before, times[row]);
        }
        return column;
    }

    private static double between(ChannelSamples channel, int before, long time) {
        long[] times = channel.times();
        double[] values = channel.values();
        if (before >= 0 && times[before] == time) {
            return values[before];
        }
        if (before < 0
                || before + 1 == times.length
                || times[before + 1] - times[before] > Holes.WIDEST_BRIDGED_NANOS) {
            return Double.NaN;
        }
        double share = (double) (time - times[before]) / (times[before + 1] - times[before]);
        return channel.course().between(values[before], values[before + 1], share);
    }
}
