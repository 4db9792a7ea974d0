package dev.vitalcore.telemetry.domain;

import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far each rate group of a source has come in event time. Groups have times of their own and
 * may lag behind each other, so each is fenced alone. A group is known by its first channel, since
 * positions change with the layout; a group with a new first channel begins afresh.
 */
public record TimeFence(Map<String, GroupSpan> spans) {
    public static final TimeFence NONE = new TimeFence(Map.of());

    public TimeFence {
        spans = Map.copyOf(spans);
    }

    /**
     * A row that stands on the wrong side of the newest block: in a newer block but not later, or
     * in an older block but not earlier.
     */
    public Optional<BlockRefusal> violation(TelemetryBlock block) {
        for (int group = 0; group < block.rows().size(); group++) {
            Rows rows = block.rows().get(group);
            String channel = nameOf(block.layout().groups().get(group));
            GroupSpan span = spans.get(channel);
            if (span == null || rows.size() == 0) {
                continue;
            }
            long first = rows.times()[0];
            long last = rows.times()[rows.size() - 1];
            if (block.sequence() > span.sequence() && first <= span.lastNanos()) {
                return Optional.of(
                        new BlockRefusal.TimeRunningBackwards(
                                channel, first, span.lastNanos(), span.sequence()));
            }
            if (block.sequence() < span.sequence() && last >= span.firstNanos()) {
                return Optional.of(
                        new BlockRefusal.TimeRunningAhead(
                                channel, last, span.firstNanos(), span.sequence()));
            }
        }
        return Optional.empty();
    }

    /** The fence after the block; a late block does not move it. */
    public TimeFence evolve(TelemetryBlock block) {
        Map<String, GroupSpan> moved = new HashMap<>(spans);
        for (int group = 0; group < block.rows().size(); group++) {
            Rows rows = block.rows().get(group);
            if (rows.size() > 0) {
                GroupSpan span =
                        new GroupSpan(
                                block.sequence(), rows.times()[0], rows.times()[rows.size() - 1]);
                moved.merge(nameOf(block.layout().groups().get(group)), span, TimeFence::newer);
            }
        }
        return new TimeFence(moved);
    }

    private static GroupSpan newer(GroupSpan one, GroupSpan other) {
        return other.sequence() >= one.sequence() ? other : one;
    }

    private static String nameOf(RateGroup group) {
        return group.channels().getFirst().name();
    }
}
