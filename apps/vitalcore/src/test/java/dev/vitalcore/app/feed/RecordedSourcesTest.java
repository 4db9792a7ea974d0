package dev.vitalcore.app.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedSourcesTest {
    private static final SessionId SESSION = new SessionId("fp1");

    @TempDir private Path folder;

    @Test
    void namesASourceAfterItsContentAndTheSessionOnly() throws IOException {
        Path first = recording("run1.csv", 100);
        Path second = recording("run2.csv", 200);
        Path copy = recording("copy-of-run2.csv", 200);

        List<SourceId> together = ids(SESSION, first, second);

        assertThat(together).doesNotHaveDuplicates();
        assertThat(ids(SESSION, second)).containsExactly(together.get(1));
        assertThat(ids(SESSION, copy)).containsExactly(together.get(1));
        assertThat(ids(new SessionId("fp2"), second)).doesNotContain(together.get(1));
    }

    @Test
    void givenGatesReplaceThoseOfTheRecording() throws IOException {
        DeclaredGate line =
                new DeclaredGate(
                        DeclaredGate.Kind.START_FINISH,
                        "line",
                        new DeclaredGate.Line(43.1, -87.1, 43.1, -87.2));

        try (RecordedSources sources =
                open(SESSION, Optional.of(List.of(line)), recording("run1.csv", 100))) {
            assertThat(sources.feed().next().declaration().map(SourceDeclaration::gates))
                    .contains(List.of(line));
        }
    }

    @Test
    void surveysWhatARecordingCoversBeforeItIsFed() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("run.csv"),
                        """
                        time,latitude [deg],longitude [deg],speed [km/h]
                        2025-08-01T09:00:00Z,,,0
                        2025-08-01T09:00:01Z,43.8,-87.9,50
                        2025-08-01T09:00:02Z,43.9,-87.9,90
                        """);

        Survey survey = Survey.of(file, new SourceId("source"), EntryId.named(SESSION, "car"));

        assertThat(survey.name()).isEqualTo("run.csv");
        assertThat(survey.span().orElseThrow().from())
                .isEqualTo(EpochNanos.of(Instant.parse("2025-08-01T09:00:00Z")));
        assertThat(survey.span().orElseThrow().until())
                .isEqualTo(EpochNanos.of(Instant.parse("2025-08-01T09:00:02Z")));
        assertThat(survey.place()).contains(new Survey.Place(43.8, -87.9));
        assertThat(survey.samples()).isEqualTo(9);
    }

    @Test
    void recordingsThatAreNotOfOneSessionAreRefusedBeforeAnythingIsFed() throws IOException {
        Path old = dated("old.csv", "2019-08-18");
        Path now = dated("now.csv", "2025-08-01");

        assertThatThrownBy(() -> open(SESSION, Optional.empty(), old, now))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("2019-08-18 old.csv; 2025-08-01 now.csv");
    }

    @Test
    void aDamagedRecordingInAFolderDoesNotHoldUpTheOthers() throws IOException {
        recording("run1.csv", 100);
        Files.writeString(
                folder.resolve("run2.vbo"), "[header]\ntime\n[column names]\ntime\n[data]\n");

        try (RecordedSources sources = open(SESSION, Optional.empty(), folder)) {
            assertThat(sources.sources()).hasSize(1);
            assertThat(sources.unusable())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.text()).contains("run2.vbo"));
        }
        assertThatThrownBy(() -> open(SESSION, Optional.empty(), folder.resolve("run2.vbo")))
                .isInstanceOf(Fault.class);
    }

    private Path dated(String name, String day) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "time,speed [km/h]\n%sT09:00:00Z,50\n%sT09:00:01Z,60\n".formatted(day, day));
    }

    private static List<SourceId> ids(SessionId session, Path... files) {
        try (RecordedSources sources = open(session, Optional.empty(), files)) {
            return sources.sources().stream().map(RecordedSources.Source::id).toList();
        }
    }

    private static RecordedSources open(
            SessionId session, Optional<List<DeclaredGate>> gates, Path... files) {
        return RecordedSources.open(
                List.of(files), new SessionEntries(session), Optional.empty(), gates);
    }

    private Path recording(String name, int speed) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "time [s],speed [km/h]\n0.0,%d\n0.1,%d\n0.2,%d\n".formatted(speed, speed, speed));
    }
}
