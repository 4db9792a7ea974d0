package dev.vitalcore.platform.projection;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.EventType;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Numbers that chance appends to a few streams; some cannot be read until the format is mended. */
final class SimulatedAppends implements SimulatedEvents {
    /** Numbers are below this. */
    static final int NUMBERS = 12;

    private static final int UNREADABLE = NUMBERS;
    private static final int STREAMS = 5;
    private static final int MOST = 6;
    private static final Origin ORIGIN = new Origin("simulation", "", "", "");

    private final Random chance;
    private final EventStore store;
    private final Tally.Format plain = new Tally.Format();
    private boolean mended;

    SimulatedAppends(Random chance, EventStore store) {
        this.chance = chance;
        this.store = store;
    }

    @Override
    public void some() {
        List<NewEvent> events = new ArrayList<>();
        int count = 1 + chance.nextInt(MOST);
        for (int i = 0; i < count; i++) {
            boolean unreadable = chance.nextInt(80) == 0;
            int number = unreadable ? UNREADABLE : chance.nextInt(NUMBERS);
            UUID id = new UUID(chance.nextLong(), chance.nextLong());
            events.add(new NewEvent(id, Tally.ADDED, plain.write(number), 7, ORIGIN));
        }
        String category = chance.nextInt(5) == 0 ? "other" : Tally.CATEGORY;
        StreamName stream = new StreamName(category, "s" + chance.nextInt(STREAMS));
        store.append(stream, Expected.any(), events);
    }

    @Override
    public void mended() {
        mended = true;
    }

    @Override
    public EventStore store() {
        return store;
    }

    @Override
    public String category() {
        return Tally.CATEGORY;
    }

    @Override
    public EventFormat<Integer> format() {
        return new EventFormat<>() {
            @Override
            public EventType typeOf(Integer event) {
                return plain.typeOf(event);
            }

            @Override
            public byte[] write(Integer event) {
                return plain.write(event);
            }

            @Override
            public long eventNanos(Integer event) {
                return plain.eventNanos(event);
            }

            @Override
            public Integer read(EventType type, byte[] payload) {
                int number = plain.read(type, payload);
                if (number == UNREADABLE && !mended) {
                    throw Fault.user("undecodable", "not a number yet", "mend the format");
                }
                return number;
            }
        };
    }
}
