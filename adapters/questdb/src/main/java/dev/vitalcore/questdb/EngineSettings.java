package dev.vitalcore.questdb;

import io.questdb.cairo.CommitMode;
import io.questdb.cairo.DefaultCairoConfiguration;
import java.nio.file.Path;

/**
 * How the engine is set up. The defaults suit a server with few large tables; telemetry has many
 * columns, so what is reserved for each column must be small.
 */
class EngineSettings extends DefaultCairoConfiguration {
    private static final int KIB = 1024;
    private static final long IDLE_MILLIS = 60_000;

    EngineSettings(Path directory) {
        super(directory.toAbsolutePath().toString());
    }

    /**
     * Commits go to the page cache, not to the platter: they survive the end of the process, not a
     * power cut. Syncing 200 column files a commit would cost more than the whole budget.
     */
    @Override
    public int getCommitMode() {
        return CommitMode.NOSYNC;
    }

    /** Really allocated for each column of the newest partition of a table. */
    @Override
    public long getDataAppendPageSize() {
        return 128 * KIB;
    }

    /** Really allocated for each column of a table that is being written. */
    @Override
    public long getWalDataAppendPageSize() {
        return 128 * KIB;
    }

    @Override
    public int getO3ColumnMemorySize() {
        return 256 * KIB;
    }

    @Override
    public long getWalPurgeInterval() {
        return 10_000;
    }

    @Override
    public long getInactiveReaderTTL() {
        return IDLE_MILLIS;
    }

    @Override
    public long getInactiveWriterTTL() {
        return IDLE_MILLIS;
    }

    @Override
    public long getInactiveWalWriterTTL() {
        return IDLE_MILLIS;
    }

    /** Queries run on the thread that asks; there are no query workers. */
    @Override
    public boolean isSqlParallelFilterEnabled() {
        return false;
    }
}
