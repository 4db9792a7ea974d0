package dev.vitalcore.gateway.http;

import dev.vitalcore.gateway.ReadLimits;
import dev.vitalcore.kernel.Fault;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds the samples that all reads together hold in memory. How many a question will find is not
 * known before, so each counts as many as it may find at most.
 */
public final class ReadMemory {
    private final ReadLimits limits;
    private final Semaphore values;

    ReadMemory(ReadLimits limits) {
        this.limits = limits;
        // Fair, so that an overlay is not overtaken by single reads for ever.
        this.values = new Semaphore(limits.valuesInFlight(), true);
    }

    /**
     * Takes room for so many reads; to be given back when the answer is written.
     *
     * @throws Fault (unavailable) when there is none within the time to wait
     */
    void take(int reads) {
        try {
            if (values.tryAcquire(
                    reads * limits.valuesARead(),
                    limits.waitTime().toNanos(),
                    TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Fault.unavailable(
                    "server-stopping", "the server is stopping", "try again later", stopped);
        }
        throw Fault.unavailable(
                "busy",
                limits.valuesInFlight() / limits.valuesARead()
                        + " reads of samples are being answered, as many as there is memory for",
                "try again in a second; ask for fewer things at a time if it stays so");
    }

    void giveBack(int reads) {
        values.release(reads * limits.valuesARead());
    }

    /**
     * One read within a request whose answer holds no samples.
     *
     * @throws Fault (unavailable) when there is no room within the time to wait
     */
    public <T> T reading(Supplier<T> read) {
        take(1);
        try {
            return read.get();
        } finally {
            giveBack(1);
        }
    }
}
