package dev.vitalcore.app;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which event store a data directory belongs to: its views know positions of that one. {@code
 * DIR/event-store} names it; where that is absent it is {@code DIR/events.db}.
 */
record EventStoreNote(Path directory) {
    private static final String NAME = "event-store";

    /** Views are made by the first start that comes so far. */
    private static final String VIEWS = "views.db";

    /**
     * @throws Fault (conflict) when the directory belongs to another store
     */
    void requireFor(EventStorePlace place) {
        String known = known(place);
        if (!known.equals(place.where())) {
            throw Fault.conflict(
                    "data-directory-other-event-store",
                    "the data directory %s belongs to the event store %s, not to %s"
                            .formatted(directory, known, place.where()),
                    "choose another directory with --data; where the same store has moved, write"
                            + " its new place into "
                            + file());
        }
    }

    /** Before there are views. */
    void write(EventStorePlace place) {
        if (place.equals(EventStorePlace.inDirectory()) || Files.exists(file())) {
            return;
        }
        try {
            Durable.write(directory, NAME, place.where() + "\n");
        } catch (IOException problem) {
            throw unusable(problem);
        }
    }

    private String known(EventStorePlace asked) {
        try {
            if (Files.exists(file())) {
                return Files.readString(file(), StandardCharsets.UTF_8).strip();
            }
        } catch (IOException problem) {
            throw unusable(problem);
        }
        return Files.exists(directory.resolve(VIEWS))
                ? EventStorePlace.inDirectory().where()
                : asked.where();
    }

    private Path file() {
        return directory.resolve(NAME);
    }

    private Fault unusable(IOException problem) {
        return Fault.unavailable(
                "data-directory-unusable",
                file() + " cannot be used: " + Reason.of(problem),
                "let this user read and write it",
                problem);
    }
}
