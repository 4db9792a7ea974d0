package dev.vitalcore.telemetry;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.platform.sql.SqlDialect;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Once it dies, nothing is committed any more: as if the process ended just before a commit. */
final class DyingDatabase implements Database {
    private final Database database;
    private final CountDownLatch dead = new CountDownLatch(1);
    private final CountDownLatch refusedAWrite = new CountDownLatch(1);

    DyingDatabase(Database database) {
        this.database = database;
    }

    void die() {
        dead.countDown();
    }

    /** Whether somebody came as far as a commit since it died. */
    boolean refusedAWrite() {
        return refusedAWrite.getCount() == 0;
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
        if (dead.getCount() == 0) {
            refusedAWrite.countDown();
            throw Fault.unavailable("dead", "the process has ended", "start it again");
        }
        return database.write(work);
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
