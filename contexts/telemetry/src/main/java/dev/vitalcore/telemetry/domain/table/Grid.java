package dev.vitalcore.telemetry.domain.table;

import dev.vitalcore.kernel.EpochNanos;
import java.util.List;
import java.util.stream.LongStream;

/** Times of a fixed rate. */
public record Grid(long beginNanos, double hz) implements TimeBase {
    @Override
    public long[] times(List<SampleWindow> windows, long from, long to) {
        return LongStream.range(firstFrom(from), firstFrom(to)).map(this::time).toArray();
    }

    private long firstFrom(long time) {
        long number = Math.max(0, (long) ((time - beginNanos) / (EpochNanos.PER_SECOND / hz)) - 1);
        while (time(number) < time) {
            number++;
        }
        return number;
    }

    private long time(long number) {
        return beginNanos + Math.round(number * (EpochNanos.PER_SECOND / hz));
    }
}
