package dev.vitalcore.edge;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vitalcore.edge.format.CompanionFormat;
import dev.vitalcore.edge.input.RecordingFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any bytes at all. A plain build reads the seeds beside this class: one a format, and what was
 * found in the past. With JAZZER_FUZZ set, Jazzer goes on from them, led by the code that its
 * inputs reach (CONTRIBUTING.md).
 */
class ReaderCoverageFuzzTest {
    private static final String SEEDS = "ReaderCoverageFuzzTestInputs/keepsItsPromiseForAnyBytes/";

    @TempDir private Path directory;

    @BeforeEach
    void putRecordingsBesideTheCompanions() throws IOException {
        copySeed("motec.ld", "log.ld");
        copySeed("racelogic.vbo", "lap.vbo");
    }

    /** The timeout is that of one input, and how Jazzer tells that a reader hangs. */
    @Timeout(20)
    @FuzzTest(maxDuration = "3m")
    void keepsItsPromiseForAnyBytes(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("fuzzed"), content);

        ReaderPromise.isRefused(file, "fuzzed");

        if (new CompanionFormat().recognises(new RecordingFile(file, false, content))) {
            Files.write(directory.resolve("log.ldx"), content);
            ReaderPromise.isRefused(directory.resolve("log.ld"), "with fuzzed beacons");
            Files.write(directory.resolve("lap.sa"), content);
            ReaderPromise.isRefused(directory.resolve("lap.vbo"), "with fuzzed timing lines");
        }
    }

    private void copySeed(String seed, String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream(SEEDS + seed)) {
            Files.copy(Objects.requireNonNull(in, seed), directory.resolve(name));
        }
    }
}
