package dev.vitalcore.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherCarTest {
    private static final SessionId SESSION = new SessionId("fp1");

    @TempDir private Path folder;

    @BeforeEach
    void writeRecording() throws IOException {
        Files.writeString(
                folder.resolve("run1.csv"), "time [s],speed [km/h]\n0,50\n0.1,51\n0.2,52\n");
    }

    @Test
    void saysUnderWhichCarARecordingIsKnown() {
        SessionEntries entries = new SessionEntries(SESSION);
        entries.know(source(), new EntryId(SESSION, "11a"), Optional.empty());

        assertThat(warnings(entries, "No. 7"))
                .singleElement()
                .satisfies(text ->
                        assertThat(text).startsWith("run1.csv: ").contains("car '11a'", "'No. 7'"));
    }

    @Test
    void saysNothingOfANewRecordingOrOneThatIsKnownUnderThatCar() {
        SessionEntries entries = new SessionEntries(SESSION);
        assertThat(warnings(entries, "No. 7")).isEmpty();
        assertThat(warnings(entries, "No. 7")).isEmpty();
    }

    private List<String> warnings(SessionEntries entries, String car) {
        try (RecordedSources sources = open(entries, Optional.of(car))) {
            return OtherCar.warnings(sources.sources(), car);
        }
    }

    private SourceId source() {
        try (RecordedSources sources = open(new SessionEntries(SESSION), Optional.empty())) {
            return sources.sources().getFirst().id();
        }
    }

    private RecordedSources open(SessionEntries entries, Optional<String> car) {
        return RecordedSources.open(
                List.of(folder.resolve("run1.csv")), entries, car, Optional.empty());
    }
}
