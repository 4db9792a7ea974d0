package dev.vitalcore.platform.projection;

import dev.vitalcore.platform.events.AppendResult.Appended;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.sql.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store, a database and a runner that is opened on them again and again. */
public abstract class ProjectionFixture {
    static final Duration SOON = Duration.ofSeconds(30);
    static final StreamName A = new StreamName("tally", "a");
    static final StreamName B = new StreamName("tally", "b");
    static final StreamName ELSEWHERE = new StreamName("other", "a");
    static final Instant NOW = Instant.parse("2026-05-02T14:32:10Z");
    private static final Origin TEST = new Origin("test", "", "", "");

    Tally tally = new Tally(1);
    ProjectionSettings settings = new ProjectionSettings(10, 2, Duration.ofMillis(20));
    Database database;
    EventStore store;
    private @Nullable ProjectionRunner<Integer> runner;

    /** Opens the same database as before when the directory is the same. */
    protected abstract Database openDatabase(Path directory);

    /** Opens a store of events in the database. */
    protected abstract EventStore openStore(Database database, InstantSource clock);

    @BeforeEach
    void openEmpty(@TempDir Path directory) {
        database = openDatabase(directory);
        store = openStore(database, () -> NOW);
    }

    @AfterEach
    void close() {
        if (runner != null) {
            runner.close();
        }
        store.close();
        database.close();
    }

    /** Ends the one that runs, if one does. */
    final ProjectionRunner<Integer> start() {
        if (runner != null) {
            runner.close();
        }
        runner =
                new ProjectionRunner<>(
                        tally,
                        new Tally.Format(),
                        new ProjectionPorts(store, database, () -> NOW),
                        settings);
        runner.start();
        return runner;
    }

    final long append(StreamName stream, int... numbers) {
        List<byte[]> payloads = new ArrayList<>();
        for (int number : numbers) {
            payloads.add(new Tally.Format().write(number));
        }
        return append(stream, payloads);
    }

    final long append(StreamName stream, List<byte[]> payloads) {
        List<NewEvent> events =
                payloads.stream()
                        .map(bytes -> new NewEvent(UUID.randomUUID(), Tally.ADDED, bytes, 7, TEST))
                        .toList();
        return ((Appended) store.append(stream, Expected.any(), events)).position();
    }

    final Map<String, Tally.Row> rows(ProjectionRunner<Integer> of) {
        return of.query(tally::rows);
    }

    static Tally.Row row(int... numbers) {
        Tally.Row row = Tally.Row.NONE;
        for (int number : numbers) {
            row = row.and(number);
        }
        return row;
    }
}
