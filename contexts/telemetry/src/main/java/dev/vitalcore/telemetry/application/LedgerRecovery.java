package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.telemetry.domain.SourceState;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Finds out at the start what the log holds: what the store writer has committed, and the tail of
 * the log beyond that. One use only.
 */
final class LedgerRecovery {
    private static final long CHECK_MILLIS = 50;

    private final EventLog log;
    private final Codec<TelemetryBlock> codec;
    private final Map<SourceId, SourceState> sources;
    private final Map<Integer, Long> next;
    private final Map<Integer, Long> end;
    private final CountDownLatch reached = new CountDownLatch(1);

    LedgerRecovery(EventLog log, Codec<TelemetryBlock> codec, BlockProgress committed) {
        this.log = log;
        this.codec = codec;
        this.sources = new HashMap<>(committed.sources());
        this.next = new HashMap<>(committed.nextOffsets());
        this.end = log.endOffsets(Topics.BLOCKS);
    }

    /**
     * Reads the tail; returns when all that was in the log at the start is known.
     *
     * @throws Fault (unavailable) when the log cannot be read, or when {@code closing} comes first
     */
    Collection<SourceState> run(CountDownLatch closing) throws InterruptedException {
        if (isComplete()) {
            return sources.values();
        }
        try (Subscription tail = log.readFrom(Topics.BLOCKS, Map.copyOf(next), this::fold)) {
            // No lag short of the end: the log has forgotten records that were not committed in
            // time.
            while (!reached.await(CHECK_MILLIS, TimeUnit.MILLISECONDS) && tail.lag() > 0) {
                tail.failure().ifPresent(LedgerRecovery::fail);
                if (closing.getCount() == 0) {
                    fail("ingest is closing");
                }
            }
        }
        return sources.values();
    }

    private void fold(List<LogRecord> records) {
        for (LogRecord record : records) {
            decode(record);
            next.put(record.partition(), record.offset() + 1);
        }
        if (isComplete()) {
            reached.countDown();
        }
    }

    private void decode(LogRecord record) {
        TelemetryBlock block;
        try {
            block = codec.decode(record.value());
        } catch (Fault undecodable) {
            // The store writer makes a dead letter of it; nothing of it can be in a ledger.
            return;
        }
        SourceState before =
                sources.computeIfAbsent(
                        block.source(), source -> SourceState.unseen(source, block.entry()));
        sources.put(block.source(), before.evolve(block, record.recordedNanos()));
    }

    private boolean isComplete() {
        return end.entrySet().stream()
                .allMatch(entry -> next.getOrDefault(entry.getKey(), 0L) >= entry.getValue());
    }

    private static void fail(String why) {
        throw Fault.unavailable(
                "log-unreadable", "the log could not be read: " + why, "see the log's own state");
    }
}
