package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is on the log into the stores: blocks into the series store and the catalogue, dead
 * letters into their list. Reads from offsets of its own, which it keeps in the same transaction as
 * the catalogue; what it does twice changes nothing.
 */
public final class StoreWriter implements AutoCloseable {
    private final TelemetryPorts ports;
    private final DeadLetterOffice deadLetters;
    private final SourceRates rates;
    private final Duration rest;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** The series store has one writer: the batch in hand, or a block that is written again. */
    private final ReentrantLock writing = new ReentrantLock();

    private volatile @Nullable Subscription blocks;
    private volatile @Nullable Subscription letters;

    /**
     * @param rest how long the writer rests after a batch with which it has caught up, so that live
     *     data comes in larger batches: each costs a durable commit in two stores
     */
    public StoreWriter(
            TelemetryPorts ports, IngestLimits limits, SourceRates rates, Duration rest) {
        this.ports = ports;
        this.deadLetters =
                new DeadLetterOffice(ports.log(), ports.deadLetters(), limits.block().bytes());
        this.rates = rates;
        this.rest = rest;
    }

    /** Begins to read where it left off. */
    public void start() {
        BlockProgress committed = ports.database().read(BlockProgress::load);
        EventLog.BatchHandler projection =
                new BlockProjection(ports, deadLetters, rates, committed.sources());
        blocks =
                ports.log()
                        .readFrom(
                                Topics.BLOCKS,
                                committed.nextOffsets(),
                                records -> handleThenRest(projection, records));
        Map<Integer, Long> nextLetters =
                ports.database()
                        .read(connection -> OffsetTable.load(connection, Topics.DEAD_LETTERS));
        letters =
                ports.log()
                        .readFrom(
                                Topics.DEAD_LETTERS,
                                nextLetters,
                                new DeadLetterProjection(ports.database(), ports.deadLetters()));
    }

    /** Why the last batch could not be written; empty while all goes well. */
    public Optional<String> failure() {
        return failureOf(blocks).or(() -> failureOf(letters));
    }

    /** Blocks on the log that are not written yet, as last known. */
    public long lag() {
        Subscription reading = blocks;
        return reading == null ? 0 : reading.lag();
    }

    @Override
    public void close() {
        closing.countDown();
        close(blocks);
        close(letters);
    }

    /**
     * Writes a block whose letter says that the series store did not take it. The catalogue and the
     * ledger have it since it was read from the log. Waits for the batch in hand.
     *
     * @throws Fault (user) where the store still cannot take it
     */
    void writeAgain(TelemetryBlock block) {
        writing.lock();
        try {
            ports.series().write(List.of(block));
        } finally {
            writing.unlock();
        }
    }

    private void handleThenRest(EventLog.BatchHandler projection, List<LogRecord> records) {
        writing.lock();
        try {
            projection.handle(records);
        } finally {
            writing.unlock();
        }
        boolean caughtUp = lag() <= records.size();
        try {
            if (caughtUp && closing.await(rest.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> failureOf(@Nullable Subscription subscription) {
        return subscription == null ? Optional.empty() : subscription.failure();
    }

    private static void close(@Nullable Subscription subscription) {
        if (subscription != null) {
            subscription.close();
        }
    }
}
