package dev.vitalcore.questdb;

import dev.vitalcore.kernel.Fault;
import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.CairoError;
import io.questdb.cairo.CairoException;
import io.questdb.cairo.O3PartitionPurgeJob;
import io.questdb.cairo.TableToken;
import io.questdb.cairo.wal.ApplyWal2TableJob;
import io.questdb.cairo.wal.CheckWalTransactionsJob;
import io.questdb.cairo.wal.WalPurgeJob;
import io.questdb.cairo.wal.seq.SeqTxnTracker;
import io.questdb.std.ObjHashSet;
import io.questdb.std.str.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves committed rows from the write-ahead log into the tables, where queries see them, and tidies
 * up behind. Owns one thread; {@link #applyAll} runs before it is started.
 */
final class WalApplier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WalApplier.class);

    /**
     * Between two passes, unless someone waits. A pass maps and unmaps every column of a table, so
     * that applying many commits costs hardly more than applying one: the pause grows with what a
     * pass takes, so that applying has at most a part in {@link #REST_FACTOR} of a processor.
     */
    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long REST_FACTOR = 30;

    private static final long UPKEEP_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final EmbeddedEngine engine;
    private final CairoEngine cairo;
    private final ApplyWal2TableJob apply;
    private final CheckWalTransactionsJob check;
    private final WalPurgeJob purgeLog;
    private final O3PartitionPurgeJob purgeReplacedPartitions;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile String failure = "";

    WalApplier(EmbeddedEngine engine) {
        this.engine = engine;
        this.cairo = engine.cairo();
        this.apply = new ApplyWal2TableJob(cairo, 0);
        this.check = new CheckWalTransactionsJob(cairo);
        this.purgeLog = new WalPurgeJob(cairo);
        this.purgeReplacedPartitions = new O3PartitionPurgeJob(cairo, 1);
        this.thread = Thread.ofPlatform().name("questdb-apply").daemon().unstarted(this::run);
    }

    /** Applies what a process that was killed has left in the log. */
    void applyAll() {
        try {
            check.checkMissingWalTransactions();
            while (apply.run(0)) {
                // each run takes one table from the queue
            }
        } catch (CairoException | CairoError e) {
            throw QuestDbFaults.of(e, engine.directory());
        }
    }

    void start() {
        thread.start();
    }

    /**
     * Waits until everything that is committed now is in the tables.
     *
     * @throws Fault (unavailable) when a table cannot take its rows, or the time is over
     */
    void await(long limit, TimeUnit unit) {
        SeqTxnTracker behind = catchUp(unit.toNanos(limit));
        if (behind != null) {
            refuseWhenSuspended(behind);
            throw Fault.unavailable(
                    "series-behind",
                    "rows written are not visible after " + limit + " " + unit,
                    "try again; the machine is too busy");
        }
    }

    /**
     * Waits until everything that is committed now is in the tables, or the time is over.
     *
     * @return a table that is behind or suspended; null when there is none
     */
    @Nullable SeqTxnTracker catchUp(long limitNanos) {
        long deadline = System.nanoTime() + limitNanos;
        Map<SeqTxnTracker, Long> committed = new HashMap<>();
        forEachTable(table -> {
            SeqTxnTracker tracker = tracker(table);
            committed.put(tracker, tracker.getSeqTxn());
        });
        for (Map.Entry<SeqTxnTracker, Long> table : committed.entrySet()) {
            SeqTxnTracker tracker = table.getKey();
            while (tracker.getWriterTxn() < table.getValue()) {
                if (tracker.isSuspended() || System.nanoTime() > deadline || stopped) {
                    return tracker;
                }
                LockSupport.unpark(thread);
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
        return null;
    }

    /** Why rows written are not made visible now; empty while all is well. */
    Optional<String> failure() {
        if (!failure.isEmpty()) {
            return Optional.of(failure);
        }
        if (!stopped && !thread.isAlive()) {
            return Optional.of("the thread that makes rows visible has ended");
        }
        AtomicReference<@Nullable String> suspended = new AtomicReference<>();
        forEachTable(table -> {
            SeqTxnTracker tracker = tracker(table);
            if (tracker.isSuspended()) {
                suspended.set(
                        "table "
                                + table.getTableName()
                                + " takes no rows: "
                                + tracker.getErrorMessage());
            }
        });
        return Optional.ofNullable(suspended.get());
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                // The engine's memory is freed next; the thread must be out of it.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        apply.close();
        purgeLog.close();
        purgeReplacedPartitions.close();
    }

    private void run() {
        long nextUpkeep = System.nanoTime();
        while (!stopped) {
            long began = System.nanoTime();
            try {
                while (apply.run(0) && !stopped) {
                    // each run takes one table from the queue
                }
                if (System.nanoTime() - nextUpkeep >= 0) {
                    keepUp();
                    nextUpkeep = System.nanoTime() + UPKEEP_NANOS;
                }
                failure = "";
            } catch (RuntimeException | CairoError e) {
                failure = "rows written are not made visible: " + e.getMessage();
                LOG.atWarn().setCause(e).log("applying failed, goes on");
            }
            long rest = (System.nanoTime() - began) * REST_FACTOR;
            LockSupport.parkNanos(Math.clamp(rest, SHORTEST_PAUSE_NANOS, LONGEST_PAUSE_NANOS));
        }
        Path.clearThreadLocals();
    }

    private void keepUp() {
        forEachTable(this::resume);
        check.run(0);
        purgeLog.run(0);
        purgeReplacedPartitions.run(0);
        cairo.releaseInactive();
    }

    /** The engine suspends a table whose rows could not be applied, e.g. on a full disk. */
    private void resume(TableToken table) {
        SeqTxnTracker tracker = tracker(table);
        if (tracker.isSuspended()) {
            LOG.atWarn()
                    .addKeyValue("table", table.getTableName())
                    .addKeyValue("cause", tracker.getErrorMessage())
                    .log("table was suspended, tries again");
            cairo.getTableSequencerAPI().resumeTable(table, -1);
        }
    }

    private void forEachTable(Consumer<TableToken> action) {
        ObjHashSet<TableToken> tables = new ObjHashSet<>();
        cairo.getTableTokens(tables, false);
        for (int i = 0; i < tables.size(); i++) {
            action.accept(tables.get(i));
        }
    }

    /** Of the cause the engine tells little: on a full disk just 'bulk update failed'. */
    private void refuseWhenSuspended(SeqTxnTracker tracker) {
        if (tracker.isSuspended()) {
            throw Fault.unavailable(
                    "series-suspended",
                    "rows written to "
                            + engine.directory()
                            + " are safe but cannot be made visible ("
                            + tracker.getErrorMessage()
                            + ")",
                    "look for a full disk; it is tried again every few seconds");
        }
    }

    private SeqTxnTracker tracker(TableToken table) {
        return cairo.getTableSequencerAPI().getTxnTracker(table);
    }
}
