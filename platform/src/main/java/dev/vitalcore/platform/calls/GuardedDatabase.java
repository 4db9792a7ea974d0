package dev.vitalcore.platform.calls;

import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.platform.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/**
 * A database whose reads are guarded calls. Writes are not: what is decided and what arrived is
 * never refused for the sake of those who look on.
 */
public final class GuardedDatabase implements Database {
    private final Database database;
    private final GuardedCalls calls;
    private final CallPolicy reads;

    public GuardedDatabase(Database database, GuardedCalls calls, CallPolicy reads) {
        this.database = database;
        this.calls = calls;
        this.reads = reads;
    }

    @Override
    public SqlDialect dialect() {
        return database.dialect();
    }

    @Override
    public void migrate(String component, String... scripts) {
        database.migrate(component, scripts);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return database.write(work);
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return calls.call(reads, () -> database.read(work));
    }

    @Override
    public void close() {
        database.close();
    }
}
