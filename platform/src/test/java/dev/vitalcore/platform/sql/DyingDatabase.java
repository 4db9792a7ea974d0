package dev.vitalcore.platform.sql;

import dev.vitalcore.kernel.Fault;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * As if the process ended at one of its commits: just before it, or after it and before anybody
 * hears of it. Then it takes nothing any more. One writer.
 */
public final class DyingDatabase implements Database {
    private final Database database;
    private final AtomicInteger commitsLeft = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean lastOneIsKept;
    private volatile boolean dead;

    public DyingDatabase(Database database) {
        this.database = database;
    }

    /**
     * @param commits how many are still made
     * @param oneMoreIsKept whether that at which it dies is kept
     */
    public void dieAfter(int commits, boolean oneMoreIsKept) {
        commitsLeft.set(commits);
        lastOneIsKept = oneMoreIsKept;
    }

    public boolean dead() {
        return dead;
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
        requireAlive();
        if (commitsLeft.getAndDecrement() > 0) {
            return database.write(work);
        }
        dead = true;
        if (lastOneIsKept) {
            database.write(work);
        } else {
            rolledBack(work);
        }
        throw died();
    }

    private void rolledBack(Work<?> work) {
        try {
            database.<@Nullable Void>write(connection -> {
                work.run(connection);
                throw died();
            });
        } catch (Fault expected) {
            if (!expected.code().equals("dead")) {
                throw expected;
            }
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        requireAlive();
        return database.read(work);
    }

    @Override
    public void close() {
        database.close();
    }

    private void requireAlive() {
        if (dead) {
            throw died();
        }
    }

    private static Fault died() {
        return Fault.unavailable("dead", "the process has ended", "start it again");
    }
}
