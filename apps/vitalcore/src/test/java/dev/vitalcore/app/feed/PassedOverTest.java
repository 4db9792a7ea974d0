package dev.vitalcore.app.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.edge.Recordings;
import dev.vitalcore.kernel.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassedOverTest {
    @TempDir private Path folder;

    @Test
    void aFileIsNamedOnce() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.vbo"));
        SessionEntries entries = new SessionEntries(new SessionId("s"));

        assertThatThrownBy(() ->
                        RecordedSources.open(
                                List.of(folder), entries, Optional.empty(), Optional.empty()))
                .hasMessageStartingWith("no recording was found at " + folder + "; " + empty)
                .message()
                .containsOnlyOnce("empty.vbo");
    }

    @Test
    void aReasonThatNamesNoFileGetsItsName() {
        assertThat(
                        RecordedSources.sentence(
                                new Recordings.Skipped(Path.of("a.ldx"), "lap beacons")))
                .isEqualTo("a.ldx: lap beacons");
    }
}
