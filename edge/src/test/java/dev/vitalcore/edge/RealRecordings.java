package dev.vitalcore.edge;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the real recordings; a test that needs them is skipped, loudly, where they are absent. */
public final class RealRecordings {
    private RealRecordings() {}

    public static Path directory() {
        Path directory = Path.of(System.getProperty("vitalcore.recordings", "recordings"));
        boolean present = Files.isDirectory(directory);
        if (!present) {
            System.err.println(
                    "SKIPPED: no real recordings at "
                            + directory
                            + "; state their place with -Dvitalcore.recordings=DIR");
        }
        assumeTrue(present, "no real recordings at " + directory);
        return directory;
    }

    public static Path file(String name) {
        return directory().resolve(name);
    }
}
