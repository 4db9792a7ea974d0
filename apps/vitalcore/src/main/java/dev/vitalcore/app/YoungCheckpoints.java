package dev.vitalcore.app;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checkpoints of the speed layer that may know more than the log does after a power cut. A job that
 * goes on from an offset beyond the end of the log would read it from its beginning, or, once new
 * records stand there, pass over some of them without a word. The log is forced to the disk all the
 * time: a checkpoint is safe where the machine lived on for some seconds after it.
 *
 * <pre>
 *   speed-layer/checkpoints/(job)/chk-17/_metadata ──▶ speed-layer/unusable/chk-17
 * </pre>
 */
final class YoungCheckpoints {
    private static final Logger LOG = LoggerFactory.getLogger(YoungCheckpoints.class);

    /** Up to two between two forcings of the log, the rest for the disk. */
    private static final Duration UNSAFE = Duration.ofSeconds(5);

    private YoungCheckpoints() {}

    /**
     * Sets aside those of the last seconds before the newest, and the newest itself; the job goes
     * on from an older one, or without any from the beginning of the log.
     */
    static void setAside(Path speedLayer) {
        try {
            List<Checkpoint> all = complete(speedLayer.resolve("checkpoints"));
            if (all.isEmpty()) {
                return;
            }
            Instant safe =
                    Collections.max(all, Comparator.comparing(Checkpoint::made))
                            .made()
                            .minus(UNSAFE);
            for (Checkpoint each : all) {
                if (each.made().isAfter(safe)) {
                    move(each.path(), speedLayer.resolve("unusable"));
                }
            }
        } catch (IOException e) {
            throw Fault.unavailable(
                    "checkpoints-unreadable",
                    "cannot read or tidy the checkpoints at " + speedLayer + ": " + e,
                    "check that the directory is writable and its disk has room",
                    e);
        }
    }

    private record Checkpoint(Path path, Instant made) {}

    private static List<Checkpoint> complete(Path checkpoints) throws IOException {
        List<Checkpoint> found = new ArrayList<>();
        if (!Files.isDirectory(checkpoints)) {
            return found;
        }
        try (Stream<Path> walk = Files.walk(checkpoints, 2)) {
            for (Path checkpoint : walk.toList()) {
                Path writtenLast = checkpoint.resolve("_metadata");
                if (Files.exists(writtenLast)) {
                    FileTime time = Files.getLastModifiedTime(writtenLast);
                    found.add(new Checkpoint(checkpoint, time.toInstant()));
                }
            }
        }
        return found;
    }

    private static void move(Path checkpoint, Path unusable) throws IOException {
        Files.createDirectories(unusable);
        Path target = unusable.resolve(checkpoint.getFileName());
        if (Files.exists(target)) {
            TemporaryFolder.delete(target);
        }
        Files.move(checkpoint, target);
        LOG.atInfo()
                .addKeyValue("checkpoint", checkpoint.getFileName())
                .log(
                        "a checkpoint may be newer than what the power cut left of the log: set aside");
    }
}
