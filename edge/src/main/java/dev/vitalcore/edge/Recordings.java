package dev.vitalcore.edge;

import dev.vitalcore.edge.format.Formats;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.Fault;
import java.nio.file.Path;
import java.util.List;

/** Opens recordings; the format is found by content, never by name. */
public final class Recordings {
    private Recordings() {}

    /**
     * Recordings that were found, and files that were passed over.
     *
     * @param recordings sorted by path
     */
    public record Found(List<Path> recordings, List<Skipped> skipped) {
        public Found {
            recordings = List.copyOf(recordings);
            skipped = List.copyOf(skipped);
        }
    }

    /** A file that is no recording, and why. */
    public record Skipped(Path path, String reason) {}

    /**
     * Opens a recording; gzip is unpacked on the way.
     *
     * @throws Fault naming file, value and remedy; of kind USER with one of the codes {@code
     *     recording-not-found}, {@code recording-is-directory}, {@code recording-empty}, {@code
     *     recording-unknown-format}, {@code recording-damaged}, {@code recording-line-too-long},
     *     {@code recording-too-large}; or UNAVAILABLE {@code recording-unreadable} where the system
     *     does not let it be read
     */
    public static Recording open(Path path) {
        RecordingFile file = RecordingFile.of(path);
        return Formats.of(file).open(file);
    }

    /**
     * All recordings among and below the paths. Only the head of each file is looked at: a file
     * found here may still turn out to be damaged. Links to directories are not followed.
     *
     * @throws Fault where a path does not exist, or there are too many files
     */
    public static Found find(List<Path> paths) {
        return new RecordingSearch().search(paths);
    }
}
