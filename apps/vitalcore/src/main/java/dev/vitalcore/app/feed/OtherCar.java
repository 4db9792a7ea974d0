package dev.vitalcore.app.feed;

import dev.vitalcore.kernel.EntryId;
import java.util.List;

/** Recordings that the session has under another car than the one that is named now. */
final class OtherCar {
    private OtherCar() {}

    /**
     * What is to be said of them; a source that is known stays with its car.
     *
     * @param car what the user says they are all recordings of
     */
    static List<String> warnings(List<RecordedSources.Source> sources, String car) {
        return sources.stream()
                .filter(source -> !source.entry().equals(named(source, car)))
                .map(source -> sentence(source, car))
                .toList();
    }

    private static EntryId named(RecordedSources.Source source, String car) {
        return EntryId.named(source.entry().session(), car);
    }

    private static String sentence(RecordedSources.Source source, String car) {
        return "%s: session '%s' has it under car '%s' and keeps it there; to have it under '%s', feed it with a new --session"
                .formatted(
                        source.file().getFileName(),
                        source.entry().session(),
                        source.entry().car(),
                        car);
    }
}
