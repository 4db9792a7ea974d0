package dev.vitalcore.streams;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    private static final int KEPT_FOR_INSPECTION = 2;

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
            for (Path checkpoint : checkpointsIn(ofJob)) {
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
     * number again. An earlier one of the same name gives way, and all but the newest.
     */
    void setAside(Path checkpoint) {
        try {
            Files.createDirectories(unusable);
            Path target = unusable.resolve(checkpoint.getFileName());
            Directories.delete(target);
            Files.move(checkpoint, target);
            for (Path old : thoseSetAside().stream().skip(KEPT_FOR_INSPECTION).toList()) {
                Directories.delete(old);
            }
        } catch (IOException e) {
            throw unreadable(checkpoint, e);
        }
    }

    /**
     * Sets aside those made in the last seconds that the machine is known to have run before the
     * power cut: they may know more than the log does. A job that goes on from an offset beyond the
     * end of the log would read it from its beginning, or, once new records stand there, pass over
     * some of them without a word. An older checkpoint is safe, as the machine lived on for some
     * seconds after it and the log is forced to the disk all the time. Those set aside tell how
     * long it lived as well: done again, it sets aside no more.
     *
     * @param ran when the machine ran for sure before the cut; {@code Instant.EPOCH} where nothing
     *     is known
     * @param now a time after it tells of a clock that was wrong, and is not believed
     */
    void setYoungAside(Instant ran, Instant now) {
        List<Path> complete = newestFirst(Integer.MAX_VALUE);
        if (complete.isEmpty()) {
            return;
        }
        Instant newest = made(complete.getFirst());
        Instant alive =
                Stream.concat(
                                Stream.of(ran),
                                thoseSetAside().stream().map(RetainedCheckpoints::made))
                        .filter(time -> !time.isAfter(now))
                        .reduce(newest, RetainedCheckpoints::later);
        Instant safe = alive.minus(YOUNG);
        complete.stream().filter(each -> made(each).isAfter(safe)).forEach(this::setAside);
    }

    /** Newest first. */
    private List<Path> thoseSetAside() {
        try {
            return checkpointsIn(unusable).stream()
                    .sorted(Comparator.comparing(RetainedCheckpoints::made).reversed())
                    .toList();
        } catch (IOException e) {
            throw unreadable(unusable, e);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant made(Path checkpoint) {
        try {
            return Files.getLastModifiedTime(checkpoint.resolve(WRITTEN_LAST)).toInstant();
        } catch (NoSuchFileException torn) {
            return Instant.EPOCH; // by the power cut, after it was set aside
        } catch (IOException e) {
            throw unreadable(checkpoint, e);
        }
    }

    /** By number, highest first. */
    private static List<Path> checkpointsIn(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
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
