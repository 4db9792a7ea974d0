package dev.vitalcore.app;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where one platform keeps everything; locked against a second process while open.
 *
 * <pre>
 *   DIR/format      version of this arrangement
 *   DIR/lock        held by the running process
 *   DIR/kafka/      the log                DIR/series/       QuestDB
 *   DIR/views.db    SQLite                 DIR/speed-layer/  Flink's checkpoints
 *   DIR/events.db   what was decided      DIR/track-data/   published circuits, the last good ones
 *   DIR/run         whether it was closed in good order
 *   DIR/event-store where decisions are, if not in events.db
 * </pre>
 */
public final class DataDirectory implements AutoCloseable {
    private static final String FORMAT = "1";

    /** Below this much free space the stores would fail halfway; better not to begin. */
    static final long LEAST_FREE_BYTES = 256L << 20;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Makes the directory where it is absent and locks it.
     *
     * @throws Fault when it cannot be used: another process has it, it holds something else, it is
     *     of another version, the disk is full or not writable
     */
    public static DataDirectory open(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        try {
            refuseForeign(path);
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            try {
                FileLock lock = lock(path, channel);
                checkFormat(path);
                checkSpace(path);
                return new DataDirectory(path, channel, lock);
            } catch (IOException | RuntimeException unusable) {
                channel.close();
                throw unusable;
            }
        } catch (IOException problem) {
            throw Fault.unavailable(
                    "data-directory-unusable",
                    "the data directory " + path + " cannot be used: " + Reason.of(problem),
                    "choose a writable directory with --data",
                    problem);
        }
    }

    public Path path() {
        return path;
    }

    /** A file or folder below the directory. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException problem) {
            throw Fault.unavailable(
                    "data-directory-unusable",
                    "the lock of " + path + " could not be given back: " + Reason.of(problem),
                    "the operating system frees it when the process ends",
                    problem);
        }
    }

    private static FileLock lock(Path path, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            lock = null;
        }
        if (lock == null) {
            throw Fault.conflict(
                    "data-directory-in-use",
                    "another vitalcore is running on the data directory " + path,
                    "stop it first, or choose another directory with --data");
        }
        return lock;
    }

    private static void refuseForeign(Path path) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw Fault.user(
                    "data-directory-unusable",
                    path + " is a file, not a directory",
                    "choose a directory with --data");
        }
        if (Files.exists(path) && !isOurs(path)) {
            throw Fault.user(
                    "data-directory-foreign",
                    path + " holds other things and is no data directory of vitalcore",
                    "choose an empty or new directory with --data");
        }
    }

    /** The lock comes first; a process that ended right then left nothing else. */
    private static boolean isOurs(Path path) throws IOException {
        try (Stream<Path> children = Files.list(path)) {
            Set<String> names =
                    children.map(child -> child.getFileName().toString())
                            .collect(Collectors.toSet());
            return names.isEmpty()
                    || names.equals(Set.of("lock"))
                    || names.containsAll(Set.of("lock", "format"));
        }
    }

    private static void checkFormat(Path path) throws IOException {
        Path file = path.resolve("format");
        if (!Files.exists(file)) {
            Files.writeString(file, FORMAT + "\n", StandardCharsets.UTF_8);
            return;
        }
        requireOurFormat(path);
    }

    /**
     * @throws Fault (conflict) where the directory is arranged in another way
     */
    static void requireOurFormat(Path path) throws IOException {
        String found = Files.readString(path.resolve("format"), StandardCharsets.UTF_8).strip();
        if (!found.equals(FORMAT)) {
            throw Fault.conflict(
                    "data-directory-version",
                    path + " has format '" + found + "', this program reads " + FORMAT,
                    "use the program that wrote it, or another directory with --data");
        }
    }

    private static void checkSpace(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw Fault.unavailable(
                    "disk-full",
                    "only " + (free >> 20) + " MiB are free at " + path,
                    "make room for at least "
                            + (LEAST_FREE_BYTES >> 20)
                            + " MiB, or choose another disk with --data");
        }
    }
}
