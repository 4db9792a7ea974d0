package dev.vitalcore.streams;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The checkpoints on disk that outlived the process that made them. Flink forgets all of them with
 * the process, so which one to resume from, and which ones to delete, is decided here.
 *
 * <pre>
 *   directory ─┬─ checkpoints/(job id)/chk-17/_metadata   complete: the file is written last
 *              ├─ checkpoints/(job id)/chk-18             never completed: the process died
 *              └─ unusable/chk-16                         set aside for inspection
 * </pre>
 *
 * To be used while no job runs on the directory.
 */
final class RetainedCheckpoints {
    private static final String PREFIX = "chk-";
    private static final String WRITTEN_LAST = "_metadata";

    /** Up to two seconds lie between two forcings of the log; the rest is for the disk. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private final Path ofJob;
    private final Path unusable;

    RetainedCheckpoints(Path checkpoints, String jobId, Path unusable) {
        this.ofJob = checkpoints.resolve(jobId);
        this.unusable = unusable;
    }

    /** The complete ones, newest first; deletes what was never completed and what is too old. */
    List<Path> newestFirst(int keep) {
        try {
            List<Path> complete = new ArrayList<>();
            for (Path checkpoint : all()) {
                if (complete.size() < keep && Files.exists(checkpoint.resolve(WRITTEN_LAST))) {
                    complete.add(checkpoint);
                } else {
                    Directories.delete(checkpoint);
                }
            }
            return List.copyOf(complete);
        } catch (IOException e) {
            throw unreadable(ofJob, e);
        }
    }

    /**
     * Moves a checkpoint out of the way that cannot be resumed from: the resumed job will use its
     * number again. An earlier one of the same name gives way.
     */
    void setAside(Path checkpoint) {
        try {
            Files.createDirectories(unusable);
            Path target = unusable.resolve(checkpoint.getFileName());
            Directories.delete(target);
            Files.move(checkpoint, target);
        } catch (IOException e) {
            throw unreadable(checkpoint, e);
        }
    }

    /**
     * Sets aside the newest and those made in the last seconds before it: after a power cut they
     * may know more than the log does. A job that goes on from an offset beyond the end of the log
     * would read it from its beginning, or, once new records stand there, pass over some of them
     * without a word. An older checkpoint is safe, as the machine lived on for some seconds after
     * it and the log is forced to the disk all the time.
     */
    void setYoungAside() {
        List<Path> complete = newestFirst(Integer.MAX_VALUE);
        if (complete.isEmpty()) {
            return;
        }
        Instant safe = made(complete.getFirst()).minus(YOUNG);
        complete.stream().filter(each -> made(each).isAfter(safe)).forEach(this::setAside);
    }

    private static Instant made(Path checkpoint) {
        try {
            return Files.getLastModifiedTime(checkpoint.resolve(WRITTEN_LAST)).toInstant();
        } catch (IOException e) {
            throw unreadable(checkpoint, e);
        }
    }

    private List<Path> all() throws IOException {
        if (!Files.isDirectory(ofJob)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(ofJob)) {
            return entries.filter(path -> number(path) >= 0)
                    .sorted(Comparator.comparingLong(RetainedCheckpoints::number).reversed())
                    .toList();
        }
    }

    /** The number of a checkpoint directory; -1 where it is something else. */
    private static long number(Path directory) {
        String name = directory.getFileName().toString();
        if (!name.matches(PREFIX + "\\d{1,18}")) {
            return -1;
        }
        return Long.parseLong(name.substring(PREFIX.length()));
    }

    private static Fault unreadable(Path path, IOException cause) {
        return Fault.unavailable(
                "checkpoints-unreadable",
                "cannot read or tidy the checkpoints at " + path + ": " + cause,
                "check that the directory is writable and its disk has room",
                cause);
    }
}
