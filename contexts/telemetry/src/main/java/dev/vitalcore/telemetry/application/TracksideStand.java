package dev.vitalcore.telemetry.application;

import dev.vitalcore.telemetry.domain.SequenceRanges;
import dev.vitalcore.telemetry.domain.SourceState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the circuit itself has sent.
 *
 * @param firstNanos event time of its earliest sample
 * @param lastNanos of its latest sample
 * @param groups event time of the newest row of each rate group of each source: they may lag behind
 *     each other
 * @param arrived numbers of the blocks that each source sent
 */
record TracksideStand(
        long firstNanos,
        long lastNanos,
        Map<String, Long> groups,
        Map<String, SequenceRanges> arrived) {
    TracksideStand {
        groups = Map.copyOf(groups);
        arrived = Map.copyOf(arrived);
    }

    /** Empty where it has sent no sample. */
    static Optional<TracksideStand> of(List<SourceState> sources) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        Map<String, Long> groups = new HashMap<>();
        Map<String, SequenceRanges> arrived = new HashMap<>();
        for (SourceState source : sources) {
            first = Math.min(first, source.totals().firstNanos());
            last = Math.max(last, source.totals().lastNanos());
            arrived.put(source.source().toString(), source.ledger().arrived());
            source.fence()
                    .spans()
                    .forEach((group, span) ->
                            groups.put(source.source() + " " + group, span.lastNanos()));
        }
        return first > last
                ? Optional.empty()
                : Optional.of(new TracksideStand(first, last, groups, arrived));
    }

    /**
     * Whether what came since an earlier stand may be from before a moment.
     *
     * @param nanos no later than the newest sample then
     */
    boolean changedBefore(long nanos, TracksideStand earlier) {
        return earlier.arrived.entrySet().stream().anyMatch(this::hasOthersUpTo)
                || groups.entrySet().stream()
                        .anyMatch(group -> {
                            long then = earlier.groups.getOrDefault(group.getKey(), Long.MIN_VALUE);
                            return group.getValue() > then && then < nanos;
                        });
    }

    /**
     * Whether a block came late or was withdrawn: what a source adds in order has higher numbers.
     */
    private boolean hasOthersUpTo(Map.Entry<String, SequenceRanges> earlier) {
        SequenceRanges then = earlier.getValue();
        SequenceRanges now = arrived.getOrDefault(earlier.getKey(), SequenceRanges.NONE);
        return !now.upTo(then.highest()).equals(then);
    }
}
