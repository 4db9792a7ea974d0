package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.kernel.EpochNanos;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings channels onto the times of the fastest of them, so that no peak of it is lost. The others
 * go on straight from sample to sample, but jump half way where they count in steps or begin anew.
 */
final class CommonTimes {
    /** Longer silences of a channel are not bridged; slow channels come once a second or so. */
    static final double WIDEST_HOLE_S = 5;

    private static final long WIDEST_HOLE_NANOS = EpochNanos.ofSeconds(WIDEST_HOLE_S);

    private static final Set<String> IN_STEPS =
            Set.of(
                    StandardChannels.GEAR,
                    StandardChannels.LAP_NUMBER,
                    StandardChannels.SATELLITES,
                    StandardChannels.LAP_TIME_PREVIOUS,
                    StandardChannels.SPLIT_TIME_PREVIOUS);

    /** These rise, and fall only when a lap ends. */
    private static final Set<String> BEGIN_ANEW =
            Set.of(StandardChannels.LAP_DISTANCE, StandardChannels.LAP_TIME_RUNNING);

    private CommonTimes() {}

    /**
     * The fastest: of the shortest period, and where a channel comes irregularly that with the most
     * samples. Of equals the first.
     */
    static ChannelSamples fastest(List<ChannelSamples> channels) {
        boolean regular = channels.stream().allMatch(channel -> channel.periodNanos() > 0);
        Comparator<ChannelSamples> slower =
                regular
                        ? Comparator.comparingLong(ChannelSamples::periodNanos)
                        : Comparator.comparingInt(channel -> -channel.times().length);
        return channels.stream().min(slower).orElseThrow();
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
                || times[before + 1] - times[before] > WIDEST_HOLE_NANOS) {
            return Double.NaN;
        }
        double share = (double) (time - times[before]) / (times[before + 1] - times[before]);
        double from = values[before];
        double to = values[before + 1];
        if (jumps(channel.name(), from, to)) {
            return share <= 0.5 ? from : to;
        }
        return from + share * (to - from);
    }

    private static boolean jumps(String channel, double from, double to) {
        return IN_STEPS.contains(channel)
                || (BEGIN_ANEW.contains(channel) && to < from)
                || (channel.equals(StandardChannels.HEADING) && Math.abs(to - from) > 180);
    }
}
