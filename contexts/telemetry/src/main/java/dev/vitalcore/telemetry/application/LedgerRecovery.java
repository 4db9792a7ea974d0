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
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Finds out at the start what the log holds: what the store writer has committed, and the tail of
 * the log beyond that. One use only.
 */
final class LedgerRecovery {
    private final Codec<TelemetryBlock> codec;
    private final Map<SourceId, SourceState> sources;
    private final BlockReading reading;

    LedgerRecovery(EventLog log, Codec<TelemetryBlock> codec, BlockProgress committed) {
        this(log, codec, committed, BlockReading.PATIENCE);
    }

    LedgerRecovery(
            EventLog log, Codec<TelemetryBlock> codec, BlockProgress committed, Duration patience) {
        this.codec = codec;
        this.sources = new HashMap<>(committed.sources());
        this.reading =
                new BlockReading(
                        log, committed.nextOffsets(), log.endOffsets(Topics.BLOCKS), patience);
    }

    /**
     * Reads the tail; returns when all that was in the log at the start is known.
     *
     * @throws Fault (unavailable) when the log cannot be read, or when {@code closing} comes first
     */
    Collection<SourceState> run(CountDownLatch closing) throws InterruptedException {
        reading.run(
                        (records, last) -> records.forEach(this::decode),
                        tail -> requireUseful(tail, closing))
                .ifPresent(LedgerRecovery::fail);
        return sources.values();
    }

    private static void requireUseful(Subscription tail, CountDownLatch closing) {
        tail.failure().ifPresent(LedgerRecovery::fail);
        if (closing.getCount() == 0) {
            fail("ingest is closing");
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

    private static void fail(String why) {
        throw Fault.unavailable(
                "log-unreadable", "the log could not be read: " + why, "see the log's own state");
    }
}
