package dev.vitalcore.questdb;

import dev.vitalcore.kernel.Fault;
import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.CairoError;
import io.questdb.cairo.CairoException;
import io.questdb.cairo.security.AllowAllSecurityContext;
import io.questdb.cairo.sql.Record;
import io.questdb.cairo.sql.RecordCursor;
import io.questdb.cairo.sql.RecordCursorFactory;
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
import java.util.function.Consumer;
import java.util.function.Function;

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

    static EmbeddedEngine open(Path directory, Function<Path, EngineSettings> settings) {
        // Read once, when the engine's first class is loaded, even the settings; who set it wins.
        if (System.getProperty(LogFactory.CONFIG_SYSTEM_PROPERTY) == null) {
            System.setProperty(LogFactory.CONFIG_SYSTEM_PROPERTY, LOG_CONFIGURATION);
        }
        try {
            Files.createDirectories(directory);
            CairoEngine engine = new FewFunctions(settings.apply(directory));
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

    /** Runs what appends rows, then commits them; where it fails, nothing of it is kept. */
    void append(Consumer<BatchWriters> rows) {
        try (BatchWriters writers = new BatchWriters(engine)) {
            rows.accept(writers);
            writers.commit();
        } catch (CairoException | CairoError e) {
            throw QuestDbFaults.of(e, directory);
        }
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
     * Knows only the functions that our queries use: finding and loading all 1,039 of them took
     * half of the time that the engine needed to open.
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
