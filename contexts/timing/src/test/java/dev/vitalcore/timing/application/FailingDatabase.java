package dev.vitalcore.timing.application;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.platform.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/** A real database whose writes fail at the last moment, after the work and before the commit. */
final class FailingDatabase implements Database {
    private final Database database;
    private volatile boolean failing;

    FailingDatabase(Database database) {
        this.database = database;
    }

    void failWrites(boolean fail) {
        failing = fail;
    }

    @Override
    public void migrate(String component, String... scripts) {
        database.migrate(component, scripts);
    }

    @Override
    public SqlDialect dialect() {
        return database.dialect();
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return database.write(connection -> {
            T result = work.run(connection);
            if (failing) {
                throw Fault.unavailable("disk-full", "the disk is full", "make room");
            }
            return result;
        });
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return database.read(work);
    }

    @Override
    public void close() {
        database.close();
    }
}
