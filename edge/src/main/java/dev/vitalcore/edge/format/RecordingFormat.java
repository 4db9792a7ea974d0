package dev.vitalcore.edge.format;

import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.input.RecordingFile;

/** A recording format: knows its files by their content and opens them. Stateless. */
public interface RecordingFormat {
    /** Stable name, e.g. {@code racelogic-vbo}. */
    String name();

    /** Whether the content is of this format; the file's name plays no part. */
    boolean recognises(RecordingFile file);

    /**
     * Opens a file that this format recognises.
     *
     * @throws dev.vitalcore.kernel.Fault of kind USER where the file is empty or damaged
     */
    Recording open(RecordingFile file);
}
