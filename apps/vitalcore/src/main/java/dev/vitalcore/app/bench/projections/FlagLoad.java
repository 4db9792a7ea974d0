package dev.vitalcore.app.bench.projections;

import dev.vitalcore.platform.events.AppendResult.Appended;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.EventType;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.StreamName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Flags of many sessions, such as race control decides; the same seed gives the same. */
final class FlagLoad implements EventFormat<Flag> {
    static final String CATEGORY = "bench";

    private static final int SESSIONS = 200;
    private static final int SECTORS = 20;
    private static final long EVENT_NANOS = 1_777_000_000_000_000_000L;
    private static final EventType TYPE = new EventType("bench.FlagShown", 1);
    private static final List<String> COLOURS = List.of("green", "yellow", "double-yellow", "red");
    private static final Origin ORIGIN =
            new Origin("anna", "debris at turn 5", "c-4711", "command/k-4711");

    private final SplittableRandom chance;

    FlagLoad(long seed) {
        chance = new SplittableRandom(seed);
    }

    /** Appends so many of one session; gives the position of the last. */
    long append(EventStore store, int count) {
        List<NewEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Flag flag =
                    new Flag(
                            1 + chance.nextInt(SECTORS),
                            COLOURS.get(chance.nextInt(COLOURS.size())));
            UUID id = new UUID(chance.nextLong(), chance.nextLong());
            events.add(new NewEvent(id, TYPE, write(flag), eventNanos(flag), ORIGIN));
        }
        StreamName stream = new StreamName(CATEGORY, session(chance.nextInt(SESSIONS)));
        return ((Appended) store.append(stream, Expected.any(), events)).position();
    }

    static String session(int number) {
        return "session-" + number;
    }

    @Override
    public EventType typeOf(Flag event) {
        return TYPE;
    }

    @Override
    public byte[] write(Flag event) {
        byte[] colour = event.colour().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + colour.length)
                .putInt(event.sector())
                .put(colour)
                .array();
    }

    @Override
    public long eventNanos(Flag event) {
        return EVENT_NANOS;
    }

    @Override
    public Flag read(EventType type, byte[] payload) {
        int sector = ByteBuffer.wrap(payload).getInt();
        int length = payload.length - Integer.BYTES;
        return new Flag(sector, new String(payload, Integer.BYTES, length, StandardCharsets.UTF_8));
    }
}
