package dev.vitalcore.avro;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventType;

/** Decisions of race control on the wire ({@code race-event.avsc}). Thread-safe. */
public final class AvroRaceEvents implements EventFormat<RaceEvent> {
    private static final String WHAT = "race-event";

    /** Session and time stand before the fact. */
    private static final FactFormats FACTS = new FactFormats(RaceEvent.class, 2);

    private final WireVersion wire;

    /** For who has no registry: writes bare values, and reads no others. */
    public AvroRaceEvents() {
        wire = WireVersion.bare(WHAT);
    }

    public AvroRaceEvents(SchemaIds ids) {
        wire = WireVersion.registered(WHAT, ids);
    }

    @Override
    public EventType typeOf(RaceEvent event) {
        return new EventType("racecontrol." + event.getClass().getSimpleName(), 1);
    }

    @Override
    public byte[] write(RaceEvent event) {
        AvroOutput out = wire.begin(128);
        out.writeText(event.session().toString());
        out.writeLong(event.atNanos());
        FACTS.write(out, event);
        return out.toBytes();
    }

    @Override
    public long eventNanos(RaceEvent event) {
        return event.atNanos();
    }

    @Override
    public RaceEvent read(EventType type, byte[] payload) {
        AvroInput in = wire.open(payload);
        try {
            SessionId session = new SessionId(in.readText("session"));
            long atNanos = in.readLong("at_nanos");
            RaceEvent event = (RaceEvent) FACTS.read(in, session, atNanos);
            in.requireEnd();
            return event;
        } catch (IllegalArgumentException e) {
            throw in.undecodable(String.valueOf(e.getMessage()));
        }
    }
}
