package dev.vitalcore.sql;

import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.platform.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/**
 * A database of a PostgreSQL server; verified with version 15.
 *
 * <p>A committed write is on the server's disk when {@link #write} returns. There is one writer at
 * a time <em>over all processes</em>: each write begins by taking an advisory lock of the database,
 * which its end gives back once the commit can be seen. So what a writer reads is all that was ever
 * committed, and a reader (a snapshot, REPEATABLE READ) never sees a later write without the
 * earlier ones. Readers wait for nobody.
 *
 * <p>Any thread may call, virtual ones included. Where the connection is lost the call fails
 * (unavailable), and the next one connects again. After a loss during the commit it is not known
 * whether the write was kept: read before it is repeated, or make the repetition harmless.
 */
public final class PostgresDatabase implements Database {
    private static final int READERS = 4;

    /** Only has to differ from what others lock in the same database: 'vitalcor' in ASCII. */
    private static final long WRITE_LOCK = 0x766974616c636f72L;

    /** READ COMMITTED: each statement after the lock sees what the writer before has committed. */
    private static final String WRITING =
            "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SELECT pg_advisory_xact_lock(%d)"
                    .formatted(WRITE_LOCK);

    private static final String READING = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    private final String where;
    private final PostgresConnections writer;
    private final PostgresConnections readers;
    private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);

    private PostgresDatabase(PostgresSessions sessions) {
        this.where = sessions.where();
        this.writer = new PostgresConnections(sessions, WRITING, 1);
        this.readers = new PostgresConnections(sessions, READING, READERS);
    }

    /**
     * Connects, and looks whether the server keeps what is promised here.
     *
     * @throws dev.vitalcore.kernel.Fault (user) when the server refuses user, password or database,
     *     or does not force its log to the disk; (unavailable) when it does not answer
     */
    public static PostgresDatabase open(PostgresSettings settings) {
        PostgresSessions sessions = new PostgresSessions(settings);
        PostgresDatabase database = new PostgresDatabase(sessions);
        database.<@Nullable Void>read(connection -> {
            sessions.requireUsable(connection);
            return null;
        });
        return database;
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
        return SqlDialect.POSTGRESQL;
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        if (writing.get()) {
            throw new IllegalStateException(
                    "write within a write on "
                            + where
                            + ": pass the connection on instead of calling the database again");
        }
        writing.set(true);
        try {
            return writer.run(work);
        } finally {
            writing.remove();
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return readers.run(work);
    }

    /** Work in progress ends first; later calls are refused. */
    @Override
    public void close() {
        writer.close();
        readers.close();
    }
}
