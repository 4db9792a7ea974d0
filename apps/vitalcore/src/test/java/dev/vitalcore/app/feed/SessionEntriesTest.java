package dev.vitalcore.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionEntriesTest {
    private static final SessionId SESSION = new SessionId("fp1");
    private static final SourceId RUN_1 = new SourceId("run-1");
    private static final SourceId RUN_2 = new SourceId("run-2");

    @Test
    void numbersTwoRecordingsOfOneCar() {
        SessionEntries entries = new SessionEntries(SESSION, Map.of());

        assertThat(entries.of(RUN_1, "No. 7")).hasToString("fp1/no.-7");
        assertThat(entries.of(RUN_2, "No. 7")).hasToString("fp1/no.-7-2");
    }

    @Test
    void aKnownSourceStaysWithItsCarWhateverElseIsFed() {
        SessionEntries entries =
                new SessionEntries(
                        SESSION,
                        Map.of(
                                RUN_1, new EntryId(SESSION, "car"),
                                RUN_2, new EntryId(SESSION, "car-2")));

        assertThat(entries.of(RUN_2, "car")).hasToString("fp1/car-2");
    }

    @Test
    void aNewSourceTakesNoCarFromAnother() {
        SessionEntries entries =
                new SessionEntries(SESSION, Map.of(RUN_1, new EntryId(SESSION, "car")));

        assertThat(entries.of(RUN_2, "car")).hasToString("fp1/car-2");
    }

    @Test
    void aCopyInTheSameCallIsTheSameSource() {
        SessionEntries entries = new SessionEntries(SESSION, Map.of());

        assertThat(entries.of(RUN_1, "car")).isEqualTo(entries.of(RUN_1, "car"));
    }

    @Test
    void numbersNamesOfTheGreatestLength() {
        SessionEntries entries = new SessionEntries(SESSION, Map.of());
        String car = "x".repeat(90);

        assertThat(entries.of(RUN_1, car).car()).isEqualTo("x".repeat(80));
        assertThat(entries.of(RUN_2, car + "y").car()).isEqualTo("x".repeat(78) + "-2");
    }
}
