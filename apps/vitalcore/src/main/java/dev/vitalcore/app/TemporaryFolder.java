package dev.vitalcore.app;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new folder that is removed with all it holds when it is closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {
    public static TemporaryFolder create() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("vitalcore-"));
        } catch (IOException problem) {
            throw Fault.unavailable(
                    "temporary-folder-unusable",
                    "no temporary folder can be made: " + problem,
                    "choose a writable directory with --data",
                    problem);
        }
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(path)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }
}
