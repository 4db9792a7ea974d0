package dev.vitalcore.app;

import java.nio.file.Path;
import java.util.function.LongSupplier;

/** Free bytes of the disk that holds a directory; looked up twice a second at most. */
final class FreeSpace implements LongSupplier {
    private static final long CHECK_EVERY_NANOS = 500_000_000L;

    private final Path directory;
    private volatile long checkedAt = System.nanoTime() - CHECK_EVERY_NANOS;
    private volatile long freeBytes;

    FreeSpace(Path directory) {
        this.directory = directory;
    }

    /** What may be taken before ingest refuses blocks. */
    long beyondLeast() {
        return Math.max(0, getAsLong() - DataDirectory.LEAST_FREE_BYTES);
    }

    /** Racy on purpose: two threads may both look, none is ever wrong for long. */
    @Override
    public long getAsLong() {
        long now = System.nanoTime();
        if (now - checkedAt >= CHECK_EVERY_NANOS) {
            freeBytes = directory.toFile().getUsableSpace();
            checkedAt = now;
        }
        return freeBytes;
    }
}
