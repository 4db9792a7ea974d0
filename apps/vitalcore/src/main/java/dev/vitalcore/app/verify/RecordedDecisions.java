package dev.vitalcore.app.verify;

import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.registry.EmbeddedSchemaRegistry;
import dev.vitalcore.sql.events.SqlEventStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Appends decisions to another event store as they were appended once: the same ids, origins and
 * versions, at the same recorded times, written with the schema numbers of that store.
 */
final class RecordedDecisions {
    private final List<RecordedEvent> decisions;
    private final EventFormat<RaceEvent> format;

    RecordedDecisions(List<RecordedEvent> decisions, EventFormat<RaceEvent> format) {
        this.decisions = List.copyOf(decisions);
        this.format = format;
    }

    /**
     * @param database of the event store; a platform may run on it
     */
    void appendTo(Database database) {
        EventFormat<RaceEvent> target =
                LogSchemas.registerIn(EmbeddedSchemaRegistry.in(database)).raceEvents();
        RecordedClock clock = new RecordedClock();
        try (EventStore store = new SqlEventStore(database, clock)) {
            for (RecordedEvent decision : decisions) {
                clock.nanos = decision.recordedNanos();
                NewEvent event = decision.event();
                RaceEvent read = format.read(event.type(), event.payload());
                store.append(
                        decision.stream(),
                        Expected.version(decision.version() - 1),
                        List.of(
                                new NewEvent(
                                        event.id(),
                                        target.typeOf(read),
                                        target.write(read),
                                        event.eventNanos(),
                                        event.origin())));
            }
        }
    }

    /** Stands where the recording stood. */
    private static final class RecordedClock implements InstantSource {
        private volatile long nanos;

        @Override
        public Instant instant() {
            return EpochNanos.toInstant(nanos);
        }
    }
}
