package dev.vitalcore.edge;

import dev.vitalcore.edge.Recordings.Found;
import dev.vitalcore.edge.Recordings.Skipped;
import dev.vitalcore.edge.format.CompanionFormat;
import dev.vitalcore.edge.format.Formats;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Walks directories for recordings; used once. */
final class RecordingSearch {
    private static final int DEPTH = 16;
    private static final int FILES_LIMIT = 100_000;

    private final List<Path> recordings = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    Found search(List<Path> paths) {
        Set<Path> files = new TreeSet<>();
        for (Path path : paths) {
            collect(path, files);
        }
        files.forEach(this::classify);
        return new Found(recordings, skipped);
    }

    private static void collect(Path path, Set<Path> files) {
        if (!Files.exists(path)) {
            throw Fault.user("recording-not-found", path + " does not exist", "check the path");
        }
        try (Stream<Path> below = Files.walk(path, DEPTH)) {
            below.filter(Files::isRegularFile).limit(FILES_LIMIT + 1L).forEach(files::add);
        } catch (IOException | UncheckedIOException problem) {
            throw Fault.unavailable(
                    "recording-unreadable",
                    path + " cannot be listed: " + problem.getMessage(),
                    "check the permissions",
                    problem);
        }
        if (files.size() > FILES_LIMIT) {
            throw Fault.user(
                    "recording-too-many-files",
                    path + " holds more than " + FILES_LIMIT + " files",
                    "name the directory of the recordings more closely");
        }
    }

    private void classify(Path path) {
        try {
            RecordingFile file = RecordingFile.of(path);
            if (Formats.of(file) instanceof CompanionFormat) {
                skipped.add(
                        new Skipped(
                                path,
                                CompanionFormat.describe(file)
                                        + ", used with the recording of the same name"));
            } else {
                recordings.add(path);
            }
        } catch (Fault fault) {
            skipped.add(new Skipped(path, fault.text()));
        }
    }
}
