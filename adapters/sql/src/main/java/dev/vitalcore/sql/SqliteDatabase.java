package dev.vitalcore.sql;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.platform.sql.SqlDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A database in one SQLite file (and its {@code -wal} and {@code -shm} beside it).
 *
 * <p>A committed write is on the disk when {@link #write} returns (WAL, {@code synchronous=FULL}):
 * it survives the end of the process and a power cut. Writers take turns in the order in which they
 * came; readers see the last commit and never wait for a writer. Any thread may call, virtual ones
 * included: they wait outside the engine.
 */
public final class SqliteDatabase implements Database {
    /** Takes the snapshot at the first query. */
    private static final String READING = "BEGIN DEFERRED";

    /** Takes the write lock first, so that work cannot fail half way for want of it. */
    private static final String WRITING = "BEGIN IMMEDIATE";

    private final Path file;
    private final Connection writer;
    private final ReadConnections readers;
    private final ReentrantLock writing = new ReentrantLock(true);
    private boolean closed;

    private SqliteDatabase(Path file, Connection writer, ReadConnections readers) {
        this.file = file;
        this.writer = writer;
        this.readers = readers;
    }

    /**
     * Opens the file, or makes it together with its directory.
     *
     * @throws Fault (user) when the file is not a database; (unavailable) when it cannot be opened
     */
    public static SqliteDatabase open(Path file) {
        createDirectoryOf(file);
        try {
            Connection writer = Connections.openWriter(file);
            try {
                return new SqliteDatabase(file, writer, ReadConnections.open(file));
            } catch (SQLException | RuntimeException e) {
                closeAfter(e, writer);
                throw e;
            }
        } catch (SQLException e) {
            throw SqliteFaults.of(e, file);
        }
    }

    @Override
    public void migrate(String component, String... scripts) {
        Migrations migrations = new Migrations(component, scripts);
        write(migrations::prepare);
        while (write(migrations::runNext)) {
            // each script has a transaction of its own
        }
    }

    @Override
    public SqlDialect dialect() {
        return SqlDialect.SQLITE;
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException(
                    "write within a write on "
                            + file
                            + ": pass the connection on instead of calling the database again");
        }
        writing.lock();
        try {
            if (closed) {
                throw SqliteFaults.closed(file);
            }
            return Transactions.run(writer, WRITING, work);
        } catch (SQLException e) {
            throw SqliteFaults.of(e, file);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        Connection reader = readers.take();
        try {
            return Transactions.run(reader, READING, work);
        } catch (SQLException e) {
            throw SqliteFaults.of(e, file);
        } finally {
            readers.giveBack(reader);
        }
    }

    /**
     * Waits for the work in progress, then folds the log into the file. Later calls are refused.
     */
    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            readers.close();
            writer.close();
        } catch (SQLException e) {
            throw SqliteFaults.of(e, file);
        } finally {
            writing.unlock();
        }
    }

    private static void createDirectoryOf(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().normalize().getParent());
        } catch (IOException e) {
            throw Fault.unavailable(
                    "sql-directory",
                    "the directory of database " + file + " cannot be made: " + e.getMessage(),
                    "choose a data directory that can be written",
                    e);
        }
    }

    private static void closeAfter(Exception cause, Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
