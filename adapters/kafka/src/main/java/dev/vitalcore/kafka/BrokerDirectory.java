package dev.vitalcore.kafka;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;

/**
 * The broker's directory, held by one process at a time. Kafka locks its data as well, but late and
 * by ending the process.
 *
 * <pre>
 *   directory/
 *     in-use     locked while a broker runs
 *     port       the port taken last
 *     data/      Kafka's own
 * </pre>
 */
final class BrokerDirectory implements AutoCloseable {
    private static final long LEAST_FREE_BYTES = 256L * 1024 * 1024;

    private final Path directory;
    private final FileChannel channel;

    private BrokerDirectory(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * @throws Fault (conflict) when another process has it; (unavailable) when it cannot be written
     */
    static BrokerDirectory open(Path path) {
        Path directory = path.toAbsolutePath();
        try {
            Files.createDirectories(directory);
            requireSpace(directory);
            FileChannel channel =
                    FileChannel.open(
                            directory.resolve("in-use"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw Fault.conflict(
                        "log-directory-in-use",
                        "another process uses the log in " + directory,
                        "end the other process, or choose another data directory");
            }
            return new BrokerDirectory(directory, channel);
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    Path data() {
        return directory.resolve("data");
    }

    boolean isFormatted() {
        return Files.exists(data().resolve("meta.properties"));
    }

    /** The port taken last; empty where there was none or its note is damaged. */
    OptionalInt lastPort() {
        try {
            return OptionalInt.of(Integer.parseInt(Files.readString(portFile()).strip()));
        } catch (IOException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    void rememberPort(int port) {
        try {
            Files.writeString(portFile(), port + System.lineSeparator());
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    /** Kafka leaves a note when all its data is on the disk, and takes it away when it starts. */
    boolean isClosedWell() {
        return Files.exists(data().resolve(".kafka_cleanshutdown"));
    }

    @Override
    public void close() {
        try {
            channel.close(); // gives the lock back
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    private Path portFile() {
        return directory.resolve("port");
    }

    /** A second lock within one process is not refused by the system but by the JVM. */
    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void requireSpace(Path directory) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw Fault.unavailable(
                    "disk-full",
                    "the disk of " + directory + " has " + free + " bytes left",
                    "make room: the log needs at least " + LEAST_FREE_BYTES + " bytes to start");
        }
    }

    private static Fault unusable(Path directory, IOException e) {
        return Fault.unavailable(
                "log-directory-unusable",
                "the log's directory " + directory + " cannot be used; " + e,
                "see that it can be written and has space",
                e);
    }
}
