package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.telemetry.domain.BlockRefusal;
import dev.vitalcore.telemetry.domain.BlockRules;
import dev.vitalcore.telemetry.domain.SourceState;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the blocks of one source come in.
 *
 * <pre>
 *   admit ─▶ reserved ──▶ append succeeded: arrived
 *                    └──▶ append failed: free again, may be sent anew
 * </pre>
 *
 * <p>A block that comes again while its first copy is on the way shares that copy's fate: it is
 * told to be a duplicate only once the log has it. Appending happens outside the lock, because the
 * log completes appends on the very thread that makes room for others.
 */
final class SourceDesk {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, CompletableFuture<Void>> onTheWay = new HashMap<>();
    private SourceState state;

    SourceDesk(SourceState state) {
        this.state = state;
    }

    /** What is to be done with a block. */
    sealed interface Admission {
        /** Append it, then {@link SourceDesk#settle} the promise. */
        record Reserved(CompletableFuture<Void> promise) implements Admission {}

        /** It is in the log when the promise completes. */
        record Repeated(CompletableFuture<Void> promise) implements Admission {}

        record Refused(BlockRefusal refusal) implements Admission {}
    }

    Admission admit(TelemetryBlock block, BlockRules rules, long nowNanos) {
        lock.lock();
        try {
            if (block.entry().equals(state.entry()) && state.has(block.sequence())) {
                if (state.isReusedBy(block)) {
                    return new Admission.Refused(reused(block));
                }
                state = state.evolve(block, nowNanos);
                return new Admission.Repeated(
                        onTheWay.getOrDefault(
                                block.sequence(), CompletableFuture.completedFuture(null)));
            }
            Optional<BlockRefusal> refusal = rules.check(block, state, nowNanos);
            if (refusal.isPresent()) {
                return new Admission.Refused(refusal.get());
            }
            state = state.evolve(block, nowNanos);
            CompletableFuture<Void> promise = new CompletableFuture<>();
            onTheWay.put(block.sequence(), promise);
            return new Admission.Reserved(promise);
        } finally {
            lock.unlock();
        }
    }

    private BlockRefusal reused(TelemetryBlock block) {
        return new BlockRefusal.SequenceReused(
                block.source(), block.sequence(), block.firstNanos(), state.totals().lastNanos());
    }

    /** How many blocks are not here of which later ones are. */
    long missing() {
        lock.lock();
        try {
            return state.ledger().missing().size();
        } finally {
            lock.unlock();
        }
    }

    /** The append of a reserved block is over. */
    void settle(long sequence, Optional<Throwable> failure) {
        CompletableFuture<Void> promise;
        lock.lock();
        try {
            promise =
                    Objects.requireNonNull(
                            onTheWay.remove(sequence), "settled without a reservation");
            if (failure.isPresent()) {
                state = state.withdraw(sequence);
            }
        } finally {
            lock.unlock();
        }
        failure.ifPresentOrElse(promise::completeExceptionally, () -> promise.complete(null));
    }
}
