package dev.vitalcore.edge;

import dev.vitalcore.edge.format.RecordingFormat;
import dev.vitalcore.edge.format.VboFormat;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Opens recordings; the format is found by content, never by name. */
public final class Recordings {
    /** In the order in which they are asked: the special before the general. */
    private static final List<RecordingFormat> FORMATS = List.of(new VboFormat());

    private Recordings() {}

    /**
     * Opens a recording; gzip is unpacked on the way.
     *
     * @throws Fault of kind USER, naming file, value and remedy: {@code recording-unknown-format},
     *     {@code recording-empty}, {@code recording-damaged}, {@code recording-too-large}, {@code
     *     recording-not-found} …
     */
    public static Recording open(Path path) {
        RecordingFile file = RecordingFile.of(path);
        if (file.head().length == 0) {
            throw file.empty("the file is empty");
        }
        return FORMATS.stream()
                .filter(format -> format.recognises(file))
                .findFirst()
                .orElseThrow(() -> unknown(path))
                .open(file);
    }

    private static Fault unknown(Path path) {
        return Fault.user(
                "recording-unknown-format",
                path + " is of no known format",
                "known are: "
                        + FORMATS.stream()
                                .map(RecordingFormat::name)
                                .collect(Collectors.joining(", ")));
    }
}
