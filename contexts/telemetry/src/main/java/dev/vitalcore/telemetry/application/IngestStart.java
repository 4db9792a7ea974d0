package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.telemetry.domain.SourceState;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background of ingest, one virtual thread: first it finds out what the log holds and opens the
 * desks, trying again until it succeeds; from then on it flushes the counts of duplicates.
 */
final class IngestStart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestStart.class);
    private static final long PAUSE_SECONDS = 1;

    private final TelemetryPorts ports;
    private final IngestLimits limits;
    private final DuplicateCounts duplicates;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofVirtual().name("telemetry-ingest").unstarted(this::runUntilClosed);
    private volatile @Nullable SourceDesks desks;
    private volatile String obstacle = "";

    IngestStart(TelemetryPorts ports, IngestLimits limits, DuplicateCounts duplicates) {
        this.ports = ports;
        this.limits = limits;
        this.duplicates = duplicates;
    }

    void begin() {
        thread.start();
    }

    CompletableFuture<Void> ready() {
        return ready.copy();
    }

    /**
     * The desks once they are open.
     *
     * @throws Fault (unavailable) until then, and after closing
     */
    SourceDesks desks() {
        SourceDesks open = desks;
        if (open != null && closing.getCount() > 0) {
            return open;
        }
        throw open == null
                ? Fault.unavailable(
                        "ingest-starting",
                        "ingest is still reading what the log holds" + obstacle,
                        "try again in a second")
                : Fault.unavailable(
                        "ingest-closed", "ingest is closed", "start the platform again");
    }

    /** The desks, empty until they are open. */
    Optional<SourceDesks> opened() {
        return Optional.ofNullable(desks);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            if (thread.isAlive()) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilClosed() {
        try {
            while (!openDesks()) {
                if (isClosedWithin(PAUSE_SECONDS)) {
                    return;
                }
            }
            while (!isClosedWithin(PAUSE_SECONDS)) {
                flushDuplicates();
            }
            flushDuplicates();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it is known now what the log holds. */
    private boolean openDesks() throws InterruptedException {
        try {
            BlockProgress committed = ports.database().read(BlockProgress::load);
            Collection<SourceState> known =
                    new LedgerRecovery(ports.log(), ports.blocks(), committed).run(closing);
            desks = new SourceDesks(known, limits);
            return ready.complete(null);
        } catch (RuntimeException e) {
            obstacle = "; the last attempt failed: " + e.getMessage();
            LOG.atWarn().setCause(e).log("ingest cannot find out yet what the log holds");
            return false;
        }
    }

    private boolean isClosedWithin(long seconds) throws InterruptedException {
        return closing.await(seconds, TimeUnit.SECONDS);
    }

    private void flushDuplicates() {
        try {
            duplicates.flush();
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("duplicates could not be counted; trying again");
        }
    }
}
