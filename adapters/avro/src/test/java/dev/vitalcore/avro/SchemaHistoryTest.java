package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas of the contracts against their history: what was written once is read for ever. */
class SchemaHistoryTest {
    @ParameterizedTest
    @CsvSource({
        "telemetry.blocks-value,       telemetry-block, 1",
        "timing.events-value,          timing-event,    4",
        "telemetry.dead-letters-value, dead-letter,     1",
        "race.events-value,            race-event,      1",
        "saga.events-value,            saga-event,      1",
        "race.decisions-value,         event-envelope,  1"
    })
    void readsAllThatWasEverWritten(String subject, String file, int versions) throws IOException {
        SchemaHistory history = SchemaHistory.of(subject);

        assertThat(history.versions()).hasSizeGreaterThanOrEqualTo(versions);
        assertThat(HistoryRules.violations(history, current(file))).isEmpty();
    }

    /** It travels as bytes within blocks, without a number of its own: no reader could tell two. */
    @Test
    void neverChangesTheLayout() throws IOException {
        SchemaHistory history = SchemaHistory.of("layout");

        assertThat(history.versions()).hasSize(1);
        assertThat(HistoryRules.violations(history, current("layout"))).isEmpty();
    }

    @Test
    void coversEverySubject() {
        assertThat(LogSchemas.subjects())
                .containsExactly(
                        "telemetry.blocks-value",
                        "timing.events-value",
                        "telemetry.dead-letters-value",
                        "race.events-value",
                        "saga.events-value",
                        "race.decisions-value");
    }

    @Test
    void refusesASchemaThatIsNotInItsHistory() throws IOException {
        SchemaHistory history = SchemaHistory.timingEvents();
        String more =
                current("timing-event")
                        .replace(
                                "{\"name\": \"revision\",",
                                "{\"name\": \"note\", \"type\": \"string\", \"default\": \"\"},"
                                        + "{\"name\": \"revision\",");

        assertThat(HistoryRules.violations(history, more))
                .containsExactly(
                        "the schema differs from version 4: add it as"
                                + " avro/history/timing.events-value/v5.avsc");
    }

    @Test
    void refusesASchemaThatDoesNotReadOldEvents() throws IOException {
        SchemaHistory history = SchemaHistory.timingEvents();
        String withoutDefault = current("timing-event").replace(", \"default\": 0", "");

        assertThat(HistoryRules.violations(history, withoutDefault))
                .contains(
                        "the schema does not read version 1: field"
                                + " 'fact.LapCompleted.uncertainty_nanos' is missing in what was"
                                + " written and has no default")
                .noneMatch(violation -> violation.contains("version 2:"));
    }

    @Test
    void refusesAHistoryWhoseVersionsDoNotGoTogether() {
        SchemaHistory history =
                new SchemaHistory("x-value", List.of("\"string\"", "\"bytes\"", "\"int\""));

        assertThat(HistoryRules.violations(history, "\"int\""))
                .hasSize(2)
                .allMatch(violation -> violation.startsWith("version 3 does not read version"));
    }

    @Test
    void takesBetterWordsWithoutANewVersion() throws IOException {
        String reworded = current("dead-letter").replace("Names the offending value.", "Why.");

        assertThat(reworded).isNotEqualTo(current("dead-letter"));
        assertThat(HistoryRules.violations(SchemaHistory.deadLetters(), reworded)).isEmpty();
    }

    @Test
    void tellsWhichFileIsMissing() {
        assertThatThrownBy(() -> SchemaHistory.of("nowhere-value"))
                .hasMessageContaining("avro/history/nowhere-value/v1.avsc");
    }

    private static String current(String file) throws IOException {
        String name = "/avro/" + file + ".avsc";
        try (InputStream in = SchemaHistoryTest.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
