package dev.vitalcore.app;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A data directory on which no platform runs. Until it is closed none can be started on it; nothing
 * in it is changed.
 */
public final class StoppedData implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private StoppedData(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * @throws Fault when it is no data directory, a platform runs on it, its decisions are kept
     *     elsewhere, or the machine went down under the last one, so that its stores may not agree
     */
    public static StoppedData open(Path directory) {
        Path path = directory.toAbsolutePath().normalize();
        if (!Files.isRegularFile(path.resolve("lock"))
                || !Files.isRegularFile(path.resolve("format"))) {
            throw Fault.user(
                    "data-directory-absent",
                    "no platform has kept anything in " + path,
                    "name its data directory with --data");
        }
        try {
            FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.READ);
            try {
                requireStopped(path, channel);
                return new StoppedData(path, channel);
            } catch (IOException | RuntimeException unusable) {
                channel.close();
                throw unusable;
            }
        } catch (IOException problem) {
            throw unusable(path, problem);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.close(); // gives the lock back
        } catch (IOException problem) {
            throw unusable(path, problem);
        }
    }

    private static void requireStopped(Path path, FileChannel channel) throws IOException {
        if (sharedLock(channel) == null) {
            throw Fault.conflict(
                    "data-directory-in-use",
                    "a vitalcore is running on the data directory " + path,
                    "stop it first, or copy the directory once it has stopped and name the copy"
                            + " with --data");
        }
        DataDirectory.requireOurFormat(path);
        requireDecisionsIn(path);
        if (RunMark.in(path).machineWentDown()) {
            throw Fault.conflict(
                    "data-not-mended",
                    "the machine went down while a platform ran on " + path,
                    "start the platform on it once, which makes its stores agree, and stop it");
        }
    }

    private static void requireDecisionsIn(Path path) {
        try {
            new EventStoreNote(path).requireFor(EventStorePlace.inDirectory());
        } catch (Fault elsewhere) {
            throw Fault.conflict(
                    "decisions-elsewhere",
                    "the decisions are not in the data directory: " + elsewhere.text(),
                    "only what is kept in one directory can be read while no platform runs; use"
                            + " 'audit verify --event-store' for the decisions",
                    elsewhere);
        }
    }

    /** Does not go together with the lock of a running platform, nor does that with it. */
    private static @Nullable FileLock sharedLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static Fault unusable(Path path, IOException problem) {
        return Fault.unavailable(
                "data-directory-unusable",
                "the data directory " + path + " cannot be read: " + Reason.of(problem),
                "see that it can be read",
                problem);
    }
}
