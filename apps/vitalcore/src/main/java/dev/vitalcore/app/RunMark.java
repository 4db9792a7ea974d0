package dev.vitalcore.app;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note in the data directory that tells at the next start whether the machine went down under the
 * platform: by a power cut, a crash of the operating system, the reset button.
 *
 * <pre>
 *   absent ──▶ running BOOT TIME ──▶ closed
 *
 *   BOOT   names the time since the machine was started
 *   TIME   when the run began; earlier versions did not write it
 * </pre>
 *
 * <p>A process that was killed leaves {@code running} with the boot of today: what it had written
 * is still there, as the operating system lived on.
 */
final class RunMark implements AutoCloseable {
    private static final String NAME = "run";
    private static final String RUNNING = "running ";
    private static final String CLOSED = "closed";
    private static final String UNKNOWN_BOOT = "unknown";
    private static final Path LINUX_BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    /** Log and database force what they wrote when they are closed; these do not. */
    private static final List<String> NOT_FORCED = List.of("series", "speed-layer");

    /** For file systems that count coarsely. */
    private static final Duration ROUNDING = Duration.ofMinutes(1);

    private final Path directory;
    private final String boot;
    private final InstantSource clock;
    private final String before;
    private volatile @Nullable Began began;
    private volatile boolean failed;

    private RunMark(Path directory, String boot, InstantSource clock) {
        this.directory = directory;
        this.boot = boot;
        this.clock = clock;
        this.before = read(file());
    }

    /** The beginning of this run, by two clocks. */
    private record Began(Instant time, long nanoTime) {}

    /** Of a platform on this machine. */
    static RunMark in(Path directory) {
        return in(directory, bootOfThisMachine(), InstantSource.system());
    }

    static RunMark in(Path directory, String boot, InstantSource clock) {
        return new RunMark(directory, boot, clock);
    }

    /**
     * Whether the run before this one may have lost what was not on the disk yet. Where a boot
     * cannot be told from another, or the note cannot be read, it may.
     */
    boolean machineWentDown() {
        return switch (before) {
            case "", CLOSED -> false;
            default ->
                    boot.equals(UNKNOWN_BOOT) || !(before + " ").startsWith(RUNNING + boot + " ");
        };
    }

    /** When the run before this one began; {@code Instant.EPOCH} where that is not known. */
    Instant ranBefore() {
        try {
            return Instant.parse(before.substring(before.lastIndexOf(' ') + 1));
        } catch (DateTimeParseException none) {
            return Instant.EPOCH;
        }
    }

    /** From now on there is something to lose. */
    void runs() {
        Began now = new Began(clock.instant().truncatedTo(ChronoUnit.MILLIS), System.nanoTime());
        write(RUNNING + boot + " " + now.time());
        began = now;
    }

    /** To be called when the stores are closed: waits until all they wrote is on the disk. */
    @Override
    public void close() {
        Began run = began;
        if (run != null && !failed) {
            began = null;
            Instant since = oldestNotForced(run);
            NOT_FORCED.stream()
                    .map(directory::resolve)
                    .filter(Files::isDirectory)
                    .forEach(folder -> Durable.forceAll(folder, since));
            write(CLOSED);
        }
    }

    /**
     * Something failed for good, now or later: that all is on the disk in the end will not be
     * claimed.
     */
    void staysOpen() {
        failed = true;
    }

    /**
     * What is older was forced at the end of the run before, where that came to its end. Only where
     * times of files can be trusted: Linux marks a file also when it is written through memory, but
     * not if the clock was put back.
     */
    private Instant oldestNotForced(Began run) {
        Duration byClock = Duration.between(run.time(), clock.instant());
        Duration atLeast = Duration.ofNanos(System.nanoTime() - run.nanoTime()).minus(ROUNDING);
        boolean sure =
                before.equals(CLOSED)
                        && !boot.equals(UNKNOWN_BOOT)
                        && byClock.compareTo(atLeast) >= 0;
        return sure ? run.time().minus(ROUNDING) : Instant.EPOCH;
    }

    /** Empty where there is none. A file that is there but empty was lost itself. */
    private static String read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            return text.isEmpty() ? UNKNOWN_BOOT : text;
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private void write(String text) {
        try {
            Durable.write(directory, NAME, text + "\n");
        } catch (IOException e) {
            throw unusable(file(), e);
        }
    }

    private Path file() {
        return directory.resolve(NAME);
    }

    private static String bootOfThisMachine() {
        try {
            return Files.readString(LINUX_BOOT_ID, StandardCharsets.ISO_8859_1).strip();
        } catch (IOException noLinux) {
            return UNKNOWN_BOOT;
        }
    }

    private static Fault unusable(Path file, IOException cause) {
        return Fault.unavailable(
                "data-directory-unusable",
                file + " cannot be used: " + Reason.of(cause),
                "see that it can be read and written, or choose another directory with --data",
                cause);
    }
}
