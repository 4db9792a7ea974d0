package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.contracts.telemetry.Holes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A formula whose units were checked against the channels that are there. */
public final class CheckedFormula {
    private final Set<String> channels;
    private final Checked checked;

    CheckedFormula(Set<String> channels, Checked checked) {
        this.channels = channels;
        this.checked = checked;
    }

    /** In which its values are. */
    public ChannelUnit unit() {
        return checked.unit();
    }

    /** In the order of the text. */
    public Set<String> channels() {
        return channels;
    }

    /** What is to be read beside a range. */
    public Margin margin() {
        double ofOthers = channels.size() > 1 ? Holes.WIDEST_BRIDGED_S : 0;
        return checked.margin().and(ofOthers, ofOthers);
    }

    /** Columns in memory at a time while it is evaluated, 8 bytes a row each. */
    public int columns() {
        return channels.size() + checked.columns();
    }

    /**
     * The values in {@code fromNanos <= time < toNanos}, at times as {@link CommonTimes} says;
     * absent ones are left out.
     *
     * @param samples of each channel of the formula, with the margin
     */
    public Values evaluate(List<ChannelSamples> samples, long fromNanos, long toNanos) {
        long[] times = CommonTimes.rows(samples);
        if (times.length == 0) {
            return new Values(new long[0], new double[0]);
        }
        Frame frame = CommonTimes.frame(samples, times, fromNanos);
        double[] values = checked.evaluation().of(frame).values(times.length);
        int[] rows =
                IntStream.range(0, times.length)
                        .filter(row -> times[row] >= fromNanos && times[row] < toNanos)
                        .filter(row -> Double.isFinite(values[row]))
                        .toArray();
        return new Values(
                Arrays.stream(rows).mapToLong(row -> times[row]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
    }

    /** What came out; the times ascend, and there are as many as values. */
    public record Values(long[] times, double[] values) {}
}
