package dev.vitalcore.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.app.feed.Survey.Span;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionEntriesTest {
    private static final SessionId SESSION = new SessionId("fp1");
    private static final SourceId RUN_1 = new SourceId("run-1");
    private static final SourceId RUN_2 = new SourceId("run-2");
    private static final Optional<Span> MORNING = Optional.of(new Span(100, 200));
    private static final Optional<Span> NOON = Optional.of(new Span(201, 300));
    private static final Optional<Span> LATE_MORNING = Optional.of(new Span(150, 250));

    private final SessionEntries entries = new SessionEntries(SESSION);

    @Test
    void recordingsThatStateOneCarAreItsRuns() {
        assertThat(entries.stated(RUN_1, "No. 7", MORNING)).hasToString("fp1/no.-7");
        assertThat(entries.stated(RUN_2, "No. 7", NOON)).hasToString("fp1/no.-7");
    }

    @Test
    void carsThatRanAtTheSameTimeAreTwoHoweverTheyAreCalled() {
        assertThat(entries.stated(RUN_1, "MX-5", MORNING)).hasToString("fp1/mx-5");
        assertThat(entries.stated(RUN_2, "MX-5", LATE_MORNING)).hasToString("fp1/mx-5-2");
    }

    @Test
    void aRunBelongsToTheOneOfTwoCarsThatStoodThen() {
        entries.stated(RUN_1, "MX-5", MORNING);
        entries.stated(RUN_2, "MX-5", LATE_MORNING);

        assertThat(entries.stated(new SourceId("run-3"), "MX-5", NOON)).hasToString("fp1/mx-5");
    }

    @Test
    void aRunOfACarThatTheSessionHasAlreadyJoinsIt() {
        entries.know(RUN_1, new EntryId(SESSION, "7"), MORNING);

        assertThat(entries.stated(RUN_2, "7", NOON)).hasToString("fp1/7");
    }

    @Test
    void recordingsThatStateNoCarAreCarsOfTheirOwn() {
        assertThat(entries.unstated(RUN_1, "log", MORNING)).hasToString("fp1/log");
        assertThat(entries.unstated(RUN_2, "log", NOON)).hasToString("fp1/log-2");
    }

    @Test
    void theUserSaysWhichCarItIs() {
        assertThat(entries.named(RUN_1, "11A")).hasToString("fp1/11a");
        assertThat(entries.named(RUN_2, "11A")).hasToString("fp1/11a");
    }

    @Test
    void aKnownSourceStaysWithItsCarWhateverElseIsFed() {
        entries.know(RUN_1, new EntryId(SESSION, "car"), MORNING);
        entries.know(RUN_2, new EntryId(SESSION, "car-2"), NOON);

        assertThat(entries.stated(RUN_2, "car", NOON)).hasToString("fp1/car-2");
        assertThat(entries.named(RUN_2, "other")).hasToString("fp1/car-2");
    }

    @Test
    void aCopyInTheSameCallIsTheSameSource() {
        assertThat(entries.unstated(RUN_1, "car", MORNING))
                .isEqualTo(entries.unstated(RUN_1, "car", MORNING));
    }

    @Test
    void numbersNamesOfTheGreatestLength() {
        String car = "x".repeat(90);

        assertThat(entries.unstated(RUN_1, car, MORNING).car()).isEqualTo("x".repeat(80));
        assertThat(entries.unstated(RUN_2, car + "y", NOON).car()).isEqualTo("x".repeat(78) + "-2");
    }
}
