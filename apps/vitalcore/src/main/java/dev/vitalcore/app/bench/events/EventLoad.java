package dev.vitalcore.app.bench.events;

import dev.vitalcore.platform.events.AppendResult;
import dev.vitalcore.platform.events.AppendResult.Appended;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.EventType;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Events such as race control decides, made ahead so that making them is not measured. */
final class EventLoad {
    static final int PAYLOAD_BYTES = 150;
    private static final long EVENT_NANOS = 1_777_000_000_000_000_000L;
    private static final EventType TYPE = new EventType("racecontrol.FlagShown", 1);
    private static final Origin ORIGIN =
            new Origin("anna", "debris at turn 5", "c-4711", "command/k-4711");

    private final SplittableRandom chance;

    /**
     * @param seed the same gives the same events
     */
    EventLoad(long seed) {
        chance = new SplittableRandom(seed);
    }

    List<NewEvent> events(int count) {
        List<NewEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] payload = new byte[PAYLOAD_BYTES];
            chance.nextBytes(payload);
            UUID id = new UUID(chance.nextLong(), chance.nextLong());
            events.add(new NewEvent(id, TYPE, payload, EVENT_NANOS, ORIGIN));
        }
        return events;
    }

    /** Batches of so many. */
    List<List<NewEvent>> batches(int count, int size) {
        List<List<NewEvent>> batches = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            batches.add(events(size));
        }
        return batches;
    }

    /** A stream nobody else writes to, named by this load's chance. */
    StreamName stream() {
        return new StreamName("bench", Long.toUnsignedString(chance.nextLong(), 36));
    }

    /** Appends each batch with the version that the one before has left. */
    static void append(EventStore store, StreamName stream, List<List<NewEvent>> batches) {
        long version = 0;
        for (List<NewEvent> batch : batches) {
            AppendResult result = store.append(stream, Expected.version(version), batch);
            version += batch.size();
            if (!(result instanceof Appended appended) || appended.version() != version) {
                throw new IllegalStateException("what was to be measured failed: " + result);
            }
        }
    }
}
