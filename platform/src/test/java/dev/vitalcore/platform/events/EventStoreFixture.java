package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the suites of event stores share: a store, a clock that is set by hand, and events. */
public abstract class EventStoreFixture {
    protected static final Duration SOON = Duration.ofSeconds(20);
    protected static final Origin ANNA =
            new Origin("anna", "debris at turn 5", "c-1", "command/k-1");
    protected static final EventType SHOWN = new EventType("racecontrol.FlagShown", 1);
    protected static final StreamName SPA = new StreamName("session", "spa-race");
    protected static final StreamName MONZA = new StreamName("session", "monza-race");

    protected Path directory;
    protected EventStore store;
    protected volatile Instant now = Instant.parse("2026-05-02T14:32:10Z");

    /** Opens the same store as before when the directory is the same. */
    protected abstract EventStore open(Path directory, InstantSource clock);

    @BeforeEach
    void openEmpty(@TempDir Path fresh) {
        directory = fresh;
        store = open(directory, () -> now);
    }

    @AfterEach
    void close() {
        store.close();
    }

    protected void reopen() {
        store.close();
        store = open(directory, () -> now);
    }

    protected static NewEvent event(String text) {
        return event(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)), text);
    }

    protected static NewEvent event(UUID id, String text) {
        return new NewEvent(
                id, SHOWN, text.getBytes(StandardCharsets.UTF_8), 1_777_000_000_000_000_000L, ANNA);
    }

    protected static List<NewEvent> events(String prefix, int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(prefix + i));
        }
        return events;
    }

    protected static String text(RecordedEvent event) {
        return new String(event.event().payload(), StandardCharsets.UTF_8);
    }

    protected List<String> texts(StreamName stream) {
        return store.read(stream, 0, 1_000).stream().map(EventStoreFixture::text).toList();
    }

    protected static Fault fault(Runnable work) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Fault.class, work::run);
    }
}
