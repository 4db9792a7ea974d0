package dev.vitalcore.platform.events.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.platform.events.ChainHash;
import dev.vitalcore.platform.events.EventType;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamName;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogInMemoryTest {
    private static final StreamName SPA = new StreamName("session", "spa-race");

    private static final String REASON = "debris at turn 5";

    private final LogInMemory log = new LogInMemory("topic here", 10_000);

    @Test
    void passesOverWhatItHas() {
        log.takeAll(List.of(event(1, "a"), event(2, "b")));
        log.takeAll(List.of(event(2, "b"), event(3, "c")));

        assertThat(log.end()).isEqualTo(3);
        assertThat(log.read(SPA, 0, 10))
                .extracting(RecordedEvent::position)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void tellsThatEventsAreMissing() {
        log.takeAll(List.of(event(1, "a")));

        assertThatThrownBy(() -> log.takeAll(List.of(event(3, "c"))))
                .hasMessageContaining("position 3 after 1");
    }

    @Test
    void tellsThatItsBeginningIsMissing() {
        assertThatThrownBy(() -> log.takeAll(List.of(event(2, "b"))))
                .hasMessageContaining("position 2 after 0");
    }

    @Test
    void tellsThatAPositionIsThereTwice() {
        log.takeAll(List.of(event(1, "a")));

        assertThatThrownBy(() -> log.takeAll(List.of(event(1, "another"))))
                .hasMessageContaining("position 1 twice");
    }

    @Test
    void takesNoMoreThanItMay() {
        LogInMemory small =
                new LogInMemory("here", 2 * LogInMemory.BYTES_AN_EVENT + 2 + 4L * REASON.length());
        small.takeAll(List.of(event(1, "a"), event(2, "b")));

        assertThatThrownBy(() -> small.takeAll(List.of(event(3, "c"))))
                .hasMessageContaining("memory");
        assertThat(small.end()).isEqualTo(2);
    }

    @Test
    void aMessageIsReadAsItWasWritten() {
        List<RecordedEvent> events = List.of(event(1, "yellow"), event(2, "grün \u2713"));

        List<RecordedEvent> read =
                EventFrame.decode(
                        EventFrame.join(events.stream().map(EventFrame::encode).toList()));

        assertThat(read).usingRecursiveComparison().isEqualTo(events);
    }

    @Test
    void refusesAMessageThatIsCutOffOrForeign() {
        byte[] message = EventFrame.join(List.of(EventFrame.encode(event(1, "yellow"))));
        byte[] ofAnotherFormat = message.clone();
        ofAnotherFormat[2] = 9;

        for (int length = 0; length < message.length; length++) {
            byte[] cut = Arrays.copyOf(message, length);
            assertThatThrownBy(() -> EventFrame.decode(cut))
                    .hasMessageContaining("no append of this event store");
        }
        assertThatThrownBy(() -> EventFrame.decode(ofAnotherFormat))
                .hasMessageContaining("no append of this event store");
    }

    private static RecordedEvent event(long position, String payload) {
        NewEvent event =
                new NewEvent(
                        new UUID(7, position),
                        new EventType("racecontrol.FlagShown", 1),
                        payload.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        1_777_000_000_000_000_000L,
                        new Origin("anna", REASON, "c-1", "command/k-1"));
        ChainHash link = ChainHash.before(SPA).next(position, position, 5, event);
        return new RecordedEvent(position, SPA, position, event, 5, link);
    }
}
