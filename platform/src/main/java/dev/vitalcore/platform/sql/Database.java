package dev.vitalcore.platform.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A transactional SQL database. One writer at a time, readers beside it. */
public interface Database extends AutoCloseable {
    /**
     * Brings a schema up to date: runs those of the scripts that have not run yet for the
     * component, in order, each in a transaction of its own. Scripts are only ever appended.
     */
    void migrate(String component, String... scripts);

    /** What scripts and statements must be written in. */
    SqlDialect dialect();

    /** Runs work in one durable transaction: all of it is kept, or nothing. */
    <T extends @Nullable Object> T write(Work<T> work);

    /** Runs reading work on a consistent snapshot. */
    <T extends @Nullable Object> T read(Work<T> work);

    @Override
    void close();

    /** Work on a connection; must not keep it, commit or roll back. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run(Connection connection) throws SQLException;
    }
}
