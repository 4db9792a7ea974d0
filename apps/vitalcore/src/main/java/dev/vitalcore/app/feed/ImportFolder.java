package dev.vitalcore.app.feed;

import dev.vitalcore.app.Reason;
import dev.vitalcore.avro.AvroSagaEvents;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.saga.SagaId;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.sql.SqliteDatabase;
import dev.vitalcore.sql.events.SqlEventStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where imports are remembered, one folder each: its events, and a lock while a process works on
 * it.
 *
 * <pre>
 *   DIR/JOB/job.db   what happened to it
 *   DIR/JOB/lock     held by the process that imports
 * </pre>
 */
public final class ImportFolder {
    /** Most imports that are remembered; of those that are over the oldest are forgotten. */
    static final int JOB_LIMIT = 200;

    private final Path directory;

    public ImportFolder(Path directory) {
        this.directory = directory;
    }

    /** Below the user's state directory, as the XDG base directory specification has it. */
    public static Path usual() {
        String stated = System.getenv("XDG_STATE_HOME");
        Path state =
                stated == null || stated.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".local", "state")
                        : Path.of(stated);
        return state.resolve("vitalcore").resolve("imports");
    }

    /** An import that no other process can work on while this is open. */
    record Held(String job, EventStore store, List<AutoCloseable> parts) implements AutoCloseable {
        @Override
        public void close() {
            for (AutoCloseable part : parts) {
                try {
                    part.close();
                } catch (Exception e) {
                    throw new IllegalStateException("import " + job + " was not closed", e);
                }
            }
        }
    }

    /**
     * Makes it.
     *
     * @throws Fault (unavailable) when the folder cannot be written
     */
    Held create(String job) {
        forgetOld();
        return hold(job);
    }

    /**
     * @throws Fault (user) when there is none of the name; (conflict, {@code import-running})
     */
    Held open(String job) {
        requireKnown(job);
        return hold(job);
    }

    /** How it stands, whether or not a process works on it. Empty where it never began. */
    Optional<SagaView> look(String job) {
        requireKnown(job);
        try (SqliteDatabase database =
                        SqliteDatabase.open(directory.resolve(job).resolve("job.db"));
                SqlEventStore store = new SqlEventStore(database, InstantSource.system())) {
            return Sagas.look(store, new AvroSagaEvents(), new SagaId(ImportPlan.NAME, job));
        }
    }

    /** Names, newest first. */
    public List<String> jobs() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(folder -> Files.exists(folder.resolve("job.db")))
                    .sorted(Comparator.comparingLong(ImportFolder::age).reversed())
                    .limit(10L * JOB_LIMIT)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    private Held hold(String job) {
        Path folder = directory.resolve(job);
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            try {
                return hold(job, folder, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static Held hold(String job, Path folder, FileChannel lock) throws IOException {
        if (lock.tryLock() == null) {
            throw Fault.conflict(
                    "import-running",
                    "another process works on import " + job,
                    "wait for it, or stop it");
        }
        SqliteDatabase database = SqliteDatabase.open(folder.resolve("job.db"));
        SqlEventStore store = new SqlEventStore(database, InstantSource.system());
        return new Held(job, store, List.of(store, database, lock));
    }

    private void requireKnown(String job) {
        boolean plain = job.matches("[a-z0-9][a-z0-9._-]{0,71}");
        if (!plain || !Files.exists(directory.resolve(job).resolve("job.db"))) {
            throw Fault.user(
                    "import-unknown",
                    "there is no import '" + job + "' in " + directory,
                    "'vitalcore imports' lists them");
        }
    }

    private void forgetOld() {
        List<String> jobs = jobs();
        for (String job : jobs.subList(Math.min(JOB_LIMIT, jobs.size()), jobs.size())) {
            if (look(job).map(view -> view.phase().isOver()).orElse(true)) {
                forget(job);
            }
        }
    }

    private void forget(String job) {
        try (Stream<Path> files = Files.list(directory.resolve(job))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory.resolve(job));
        } catch (IOException e) {
            throw unusable(directory.resolve(job), e);
        }
    }

    private static long age(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve("job.db")).toMillis();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static Fault unusable(Path folder, IOException cause) {
        return Fault.unavailable(
                "imports-unusable",
                folder + " cannot be used: " + Reason.of(cause),
                "choose a writable folder with --jobs",
                cause);
    }
}
