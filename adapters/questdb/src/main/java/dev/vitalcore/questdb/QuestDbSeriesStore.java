package dev.vitalcore.questdb;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.questdb.SeriesReader.Range;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Keeps samples in QuestDB, in the process, under one directory.
 *
 * <pre>
 *   write ──▶ write-ahead log ──(applier thread)──▶ tables ──▶ channels, read
 *             durable here                          visible here
 * </pre>
 *
 * <p>What was written survives the end of the process at any moment, {@code kill -9} included: it
 * is in the operating system's cache when {@link #write} returns, and {@link #open} applies what
 * the log still holds. A power cut or a crash of the operating system may take what was not yet on
 * the disk (some tens of seconds): the event log has those blocks, and writing them again is
 * harmless.
 *
 * <p>Where two sources of an entry have a sample of one channel at the very same nanosecond, both
 * are kept and that of the source whose name sorts first is read.
 */
public final class QuestDbSeriesStore implements SeriesStore {
    private static final int SETTLE_SECONDS = 10;

    /** How long a read waits for rows just written; costs nothing when there are none. */
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final EmbeddedEngine engine;
    private final WalApplier applier;
    private final RowWriter writer;
    private final SeriesReader reader;
    private final ReaderThreads readers;

    /** Closing frees the engine's native memory; a writer must not be in it then. */
    private final ReentrantLock writing = new ReentrantLock();

    private volatile boolean closed;

    private QuestDbSeriesStore(EmbeddedEngine engine, WalApplier applier, Catalogue catalogue) {
        this.engine = engine;
        this.applier = applier;
        this.writer = new RowWriter(engine, catalogue);
        this.reader = new SeriesReader(engine, catalogue);
        this.readers = new ReaderThreads(engine.directory());
    }

    /**
     * Opens the store, or makes it. What an earlier process has written is visible at once.
     *
     * @throws dev.vitalcore.kernel.Fault (unavailable) when another process has it open, or the
     *     directory cannot be used
     */
    public static QuestDbSeriesStore open(Path directory) {
        return open(directory, EngineSettings::new, Catalogue.Bounds.USUAL);
    }

    static QuestDbSeriesStore open(
            Path directory, Function<Path, EngineSettings> settings, Catalogue.Bounds bounds) {
        EmbeddedEngine engine = EmbeddedEngine.open(directory, settings);
        try {
            Catalogue.define(engine);
            WalApplier applier = new WalApplier(engine);
            applier.applyAll();
            QuestDbSeriesStore store =
                    new QuestDbSeriesStore(engine, applier, Catalogue.load(engine, bounds));
            applier.start();
            return store;
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    @Override
    public void write(List<TelemetryBlock> blocks) {
        writing.lock();
        try {
            refuseWhenClosed();
            writer.write(blocks);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void settle() {
        refuseWhenClosed();
        applier.await(SETTLE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public List<KeptChannel> channels(EntryId entry) {
        return reader.channels(entry);
    }

    @Override
    public List<Series> read(
            EntryId entry, List<String> channels, long fromNanos, long toNanos, int maxRows) {
        Range range = new Range(fromNanos, toNanos, maxRows);
        return readers.call(givenUp -> {
            applier.catchUp(FRESH_NANOS);
            return reader.read(entry, channels, range, givenUp);
        });
    }

    @Override
    public long sizeBytes() {
        return DirectorySize.bytes(engine.directory());
    }

    /**
     * Why rows written do not become visible now, e.g. a full disk; empty while all is well. They
     * are safe in the store's log, and it is tried again every few seconds.
     */
    public Optional<String> failure() {
        return closed ? Optional.of("the store is closed") : applier.failure();
    }

    /** Ends after the calls in progress; what is still in the log is applied by the next open. */
    @Override
    public void close() {
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                readers.close();
                applier.close();
                engine.close();
            }
        } finally {
            writing.unlock();
        }
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw QuestDbFaults.closed(engine.directory());
        }
    }
}
