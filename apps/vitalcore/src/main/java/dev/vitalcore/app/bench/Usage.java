package dev.vitalcore.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the process has used of the machine. */
final class Usage {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Usage() {}

    static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Resident memory in MiB; -1 where the system does not tell (it does on Linux). */
    static long residentMb() {
        if (!Files.isReadable(STATUS)) {
            return -1;
        }
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /**
     * Bytes that the folder really takes (files of the engines have holes); -1 without {@code du}.
     */
    static long bytesOnDisk(Path folder) throws InterruptedException {
        try {
            Process du = new ProcessBuilder("du", "-sk", folder.toString()).start();
            String answer = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            du.waitFor();
            return Long.parseLong(answer.split("\\s", 2)[0]) * 1024;
        } catch (IOException | NumberFormatException unknown) {
            return -1;
        }
    }
}
