package dev.vitalcore.app;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A note in the data directory that tells at the next start whether the machine went down under the
 * platform: by a power cut, a crash of the operating system, the reset button.
 *
 * <pre>
 *   absent ──▶ running BOOT ──▶ closed       BOOT names the time since the machine was started
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

    private final Path directory;
    private final String boot;
    private final boolean machineWentDown;
    private volatile boolean running;

    private RunMark(Path directory, String boot) {
        this.directory = directory;
        this.boot = boot;
        this.machineWentDown = isOfAnotherBoot(read(file()));
    }

    /** Of a platform on this machine. */
    static RunMark in(Path directory) {
        return in(directory, bootOfThisMachine());
    }

    static RunMark in(Path directory, String boot) {
        return new RunMark(directory, boot);
    }

    /**
     * Whether the run before this one may have lost what was not on the disk yet. Where a boot
     * cannot be told from another, or the note cannot be read, it may.
     */
    boolean machineWentDown() {
        return machineWentDown;
    }

    /** From now on there is something to lose. */
    void runs() {
        write(RUNNING + boot);
        running = true;
    }

    /** To be called when the stores are closed: waits until all they wrote is on the disk. */
    @Override
    public void close() {
        if (running) {
            running = false;
            NOT_FORCED.stream()
                    .map(directory::resolve)
                    .filter(Files::isDirectory)
                    .forEach(Durable::forceAll);
            write(CLOSED);
        }
    }

    /** Something failed for good: that all is on the disk in the end will not be claimed. */
    void staysOpen() {
        running = false;
    }

    private boolean isOfAnotherBoot(String text) {
        return switch (text) {
            case "", CLOSED -> false;
            default -> boot.equals(UNKNOWN_BOOT) || !text.equals(RUNNING + boot);
        };
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
