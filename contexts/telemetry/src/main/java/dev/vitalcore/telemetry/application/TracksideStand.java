package dev.vitalcore.telemetry.application;

import dev.vitalcore.telemetry.domain.Ledger;
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
 * @param healed what came late; the same as long as nothing more did
 */
record TracksideStand(
        long firstNanos, long lastNanos, Map<String, Long> groups, List<String> healed) {
    TracksideStand {
        groups = Map.copyOf(groups);
        healed = List.copyOf(healed);
    }

    /** Empty where it has sent no sample. */
    static Optional<TracksideStand> of(List<SourceState> sources) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        Map<String, Long> groups = new HashMap<>();
        for (SourceState source : sources) {
            first = Math.min(first, source.totals().firstNanos());
            last = Math.max(last, source.totals().lastNanos());
            source.fence()
                    .spans()
                    .forEach((group, span) ->
                            groups.put(source.source() + " " + group, span.lastNanos()));
        }
        return first > last
                ? Optional.empty()
                : Optional.of(
                        new TracksideStand(
                                first,
                                last,
                                groups,
                                sources.stream().map(TracksideStand::healed).toList()));
    }

    private static String healed(SourceState source) {
        Ledger ledger = source.ledger();
        boolean coarse = ledger.healed().rangeCount() >= Ledger.MOST_HEALED_RANGES;
        return source.source()
                + " "
                + ledger.healed()
                // What fills a hole within a range that was made coarse does not change it.
                + (coarse ? " of " + ledger.arrived().size() : "");
    }

    /**
     * Whether what came since an earlier stand may be from before a moment.
     *
     * @param nanos no later than the newest sample then
     */
    boolean changedBefore(long nanos, TracksideStand earlier) {
        return !healed.equals(earlier.healed)
                || groups.entrySet().stream()
                        .anyMatch(group -> {
                            long then = earlier.groups.getOrDefault(group.getKey(), Long.MIN_VALUE);
                            return group.getValue() > then && then < nanos;
                        });
    }
}
