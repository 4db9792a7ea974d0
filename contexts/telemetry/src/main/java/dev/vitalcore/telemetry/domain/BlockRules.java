package dev.vitalcore.telemetry.domain;

import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EpochNanos;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a block must be to be taken in. Holes in the numbers are no reason for a refusal: the ledger
 * has them as missing until they are healed. NaN is fine, it says 'absent'.
 *
 * <p>Hot path: every value passes here, so times and values are looked at in plain loops over the
 * arrays, and an accepted block makes no garbage a sample.
 */
public final class BlockRules {
    private static final long EARLIEST_NANOS = 0;

    private final BlockLimits limits;

    public BlockRules(BlockLimits limits) {
        this.limits = limits;
    }

    /** The rule that needs no decoding. */
    public Optional<BlockRefusal> checkBytes(int bytes) {
        return atMost("bytes", bytes, limits.bytes());
    }

    /**
     * The first rule that the block breaks.
     *
     * @param known the source before the block
     * @param nowNanos recorded time
     */
    public Optional<BlockRefusal> check(TelemetryBlock block, SourceState known, long nowNanos) {
        return checkEntry(block, known)
                .or(() -> checkRowCount(block))
                .or(() -> checkLayout(block.layout(), known.channels()))
                .or(() -> checkTimes(block, nowNanos))
                .or(() -> known.fence().violation(block))
                .or(() -> checkValues(block))
                .or(() -> checkHoles(block, known));
    }

    private static Optional<BlockRefusal> checkEntry(TelemetryBlock block, SourceState known) {
        return block.entry().equals(known.entry())
                ? Optional.empty()
                : Optional.of(
                        new BlockRefusal.SourceBoundElsewhere(
                                block.source(), block.entry(), known.entry()));
    }

    private Optional<BlockRefusal> checkRowCount(TelemetryBlock block) {
        long rows = 0;
        for (Rows group : block.rows()) {
            rows += group.size();
        }
        return atMost("rows", rows, limits.rows());
    }

    private Optional<BlockRefusal> checkLayout(Layout layout, KnownChannels known) {
        return known.covers(layout)
                ? Optional.empty()
                : ChannelRules.check(layout, known, limits.channels());
    }

    private Optional<BlockRefusal> checkTimes(TelemetryBlock block, long nowNanos) {
        for (int group = 0; group < block.rows().size(); group++) {
            long[] times = block.rows().get(group).times();
            String channel = channelOf(block, group, 0);
            for (int row = 1; row < times.length; row++) {
                if (times[row] <= times[row - 1]) {
                    return Optional.of(
                            new BlockRefusal.TimeNotIncreasing(
                                    channel, row, times[row], times[row - 1]));
                }
            }
            if (times.length > 0) {
                Optional<BlockRefusal> absurd =
                        checkRange(channel, times[0], times[times.length - 1], nowNanos);
                if (absurd.isPresent()) {
                    return absurd;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<BlockRefusal> checkRange(
            String channel, long firstNanos, long lastNanos, long nowNanos) {
        long latest = nowNanos + limits.aheadNanos();
        if (firstNanos >= EARLIEST_NANOS && lastNanos <= latest) {
            return Optional.empty();
        }
        Instant offending =
                EpochNanos.toInstant(firstNanos < EARLIEST_NANOS ? firstNanos : lastNanos);
        return Optional.of(
                new BlockRefusal.TimeAbsurd(
                        channel,
                        offending,
                        EpochNanos.toInstant(EARLIEST_NANOS),
                        EpochNanos.toInstant(latest)));
    }

    private static Optional<BlockRefusal> checkValues(TelemetryBlock block) {
        for (int group = 0; group < block.rows().size(); group++) {
            Rows rows = block.rows().get(group);
            List<Column> columns = rows.columns();
            for (int channel = 0; channel < columns.size(); channel++) {
                int row = firstInfinite(columns.get(channel));
                if (row >= 0) {
                    return Optional.of(
                            new BlockRefusal.ValueInfinite(
                                    channelOf(block, group, channel), row, rows.times()[row]));
                }
            }
        }
        return Optional.empty();
    }

    private static int firstInfinite(Column column) {
        return switch (column) {
            case Column.Singles(float[] values) -> {
                for (int row = 0; row < values.length; row++) {
                    if (Math.abs(values[row]) == Float.POSITIVE_INFINITY) {
                        yield row;
                    }
                }
                yield -1;
            }
            case Column.Doubles(double[] values) -> {
                for (int row = 0; row < values.length; row++) {
                    if (Math.abs(values[row]) == Double.POSITIVE_INFINITY) {
                        yield row;
                    }
                }
                yield -1;
            }
        };
    }

    private static Optional<BlockRefusal> checkHoles(TelemetryBlock block, SourceState known) {
        return known.ledger().opensOneHoleTooMany(block.sequence())
                ? Optional.of(new BlockRefusal.TooManyHoles(block.sequence(), Ledger.MOST_HOLES))
                : Optional.empty();
    }

    private static Optional<BlockRefusal> atMost(String quantity, long value, long limit) {
        return value <= limit
                ? Optional.empty()
                : Optional.of(new BlockRefusal.BlockTooLarge(quantity, value, limit));
    }

    private static String channelOf(TelemetryBlock block, int group, int channel) {
        RateGroup rateGroup = block.layout().groups().get(group);
        return rateGroup.channels().get(channel).name();
    }
}
