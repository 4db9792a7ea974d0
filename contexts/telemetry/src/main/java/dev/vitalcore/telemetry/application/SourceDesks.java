package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.telemetry.domain.BlockRefusal;
import dev.vitalcore.telemetry.domain.BlockRules;
import dev.vitalcore.telemetry.domain.SourceState;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The desks of all sources; a source gets one with its first usable block. Thread-safe. */
final class SourceDesks {
    private final Map<SourceId, SourceDesk> desks = new ConcurrentHashMap<>();
    private final BlockRules rules;
    private final int limit;

    SourceDesks(Collection<SourceState> known, IngestLimits limits) {
        known.forEach(state -> desks.put(state.source(), new SourceDesk(state)));
        this.rules = new BlockRules(limits.block());
        this.limit = limits.sources();
    }

    SourceDesk.Admission admit(TelemetryBlock block, long nowNanos) {
        SourceDesk desk = desks.get(block.source());
        if (desk != null) {
            return desk.admit(block, rules, nowNanos);
        }
        SourceState unseen = SourceState.unseen(block.source(), block.entry());
        // Looked at before a desk is opened: garbage must not use up the number of sources.
        Optional<BlockRefusal> refusal = rules.check(block, unseen, nowNanos);
        if (refusal.isPresent()) {
            return new SourceDesk.Admission.Refused(refusal.get());
        }
        return open(unseen)
                .map(opened -> opened.admit(block, rules, nowNanos))
                .orElseGet(() ->
                        new SourceDesk.Admission.Refused(new BlockRefusal.TooManySources(limit)));
    }

    /** The append of a reserved block is over. */
    void settle(TelemetryBlock block, Optional<Throwable> failure) {
        SourceDesk desk = desks.get(block.source());
        if (desk != null) {
            desk.settle(block.sequence(), failure);
        }
    }

    int count() {
        return desks.size();
    }

    /** Blocks of all sources that are not here and of which later ones are. */
    long missing() {
        return desks.values().stream().mapToLong(SourceDesk::missing).sum();
    }

    private synchronized Optional<SourceDesk> open(SourceState unseen) {
        SourceDesk present = desks.get(unseen.source());
        if (present == null && desks.size() >= limit) {
            return Optional.empty();
        }
        return Optional.of(
                desks.computeIfAbsent(unseen.source(), source -> new SourceDesk(unseen)));
    }
}
