package dev.vitalcore.edge.format;

import dev.vitalcore.edge.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small recordings for tests. */
final class Written {
    private Written() {}

    static Path file(Path directory, String name, String... lines) {
        try {
            Path file = directory.resolve(name);
            Files.writeString(file, String.join("\r\n", lines) + "\r\n", StandardCharsets.UTF_8);
            return file;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static Samples samples(Path directory, String name, String... lines) {
        return Samples.of(file(directory, name, lines));
    }
}
