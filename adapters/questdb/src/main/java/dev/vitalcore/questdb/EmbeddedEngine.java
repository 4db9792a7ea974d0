package dev.vitalcore.questdb;

import dev.vitalcore.kernel.Fault;
import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.CairoError;
import io.questdb.cairo.CairoException;
import io.questdb.cairo.TableToken;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.RecordCursorFactory;
import io.questdb.cairo.wal.WalWriter;
import io.questdb.griffin.FunctionFactory;
import io.questdb.griffin.SqlException;
import io.questdb.griffin.SqlExecutionContext;
import io.questdb.griffin.SqlExecutionContextImpl;
import io.questdb.griffin.engine.functions.eq.EqSymCharFunctionFactory;
import io.questdb.griffin.engine.functions.eq.EqSymStrFunctionFactory;
import io.questdb.log.LogFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The engine over one directory, which it locks against other processes. All failures leave as
 * {@link Fault}.
 *
 * <p>Call it from long-lived platform threads only: it keeps native memory a thread, which a
 * virtual thread would take along when it ends.
 */
final class EmbeddedEngine implements AutoCloseable {
    private static final String LOG_CONFIGURATION = "/vitalcore-questdb-log.conf";

    private final Path directory;
    private final CairoEngine engine;

    private EmbeddedEngine(Path directory, CairoEngine engine) {
        this.directory = directory;
        this.engine = engine;
    }

    static EmbeddedEngine open(Path directory) {
        // Read once, when the first class of the engine is loaded; whoever set it before wins.
        if (System.getProperty(LogFactory.CONFIG_SYSTEM_PROPERTY) == null) {
            System.setProperty(LogFactory.CONFIG_SYSTEM_PROPERTY, LOG_CONFIGURATION);
        }
        try {
            Files.createDirectories(directory);
            CairoEngine engine = new FewFunctions(new EngineSettings(directory));
            engine.load();
            return new EmbeddedEngine(directory, engine);
        } catch (IOException e) {
            throw Fault.unavailable(
                    "series-directory",
                    "directory " + directory + " cannot be made: " + e.getMessage(),
                    "choose a data directory that can be written",
                    e);
        } catch (CairoException | CairoError e) {
            throw QuestDbFaults.opening(e, directory);
        }
    }

    Path directory() {
        return directory;
    }

    CairoEngine cairo() {
        return engine;
    }

    void define(String createTable) {
        try {
            engine.execute(createTable, context());
        } catch (CairoException | CairoError | SqlException e) {
            throw QuestDbFaults.of(e, directory);
        }
    }

    /** The writer of a table; closing it gives it back and drops what was not committed. */
    WalWriter writer(String table) {
        try {
            return engine.getWalWriter(engine.verifyTableName(table));
        } catch (CairoException | CairoError e) {
            throw QuestDbFaults.of(e, directory);
        }
    }

    TableToken token(String table) {
        return engine.verifyTableName(table);
    }

    void query(String select, Rows rows) {
        SqlExecutionContext context = context();
        try (RecordCursorFactory factory = engine.select(select, context);
                RecordCursor cursor = factory.getCursor(context)) {
            Record row = cursor.getRecord();
            while (cursor.hasNext()) {
                rows.accept(row);
            }
        } catch (CairoException | CairoError | SqlException e) {
            throw QuestDbFaults.of(e, directory);
        }
    }

    @Override
    public void close() {
        engine.close();
    }

    private SqlExecutionContext context() {
        return new SqlExecutionContextImpl(engine, 0).with(AllowAllSecurityContext.INSTANCE, null);
    }

    /** Takes one row; the record is reused for the next. */
    @FunctionalInterface
    interface Rows {
        void accept(Record row);
    }

    /**
     * Knows only the functions that our queries use. Finding and loading all 1,039 of them took two
     * of the three seconds that the engine needed to open.
     */
    private static final class FewFunctions extends CairoEngine {
        FewFunctions(EngineSettings settings) {
            super(settings);
        }

        @Override
        protected Iterable<FunctionFactory> getFunctionFactories() {
            return List.of(new EqSymStrFunctionFactory(), new EqSymCharFunctionFactory());
        }
    }
}
