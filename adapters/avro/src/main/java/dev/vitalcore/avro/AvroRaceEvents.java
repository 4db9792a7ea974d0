package dev.vitalcore.avro;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.kernel.SessionId;

/** Decisions of race control on the wire ({@code race-event.avsc}). Thread-safe. */
public final class AvroRaceEvents extends AvroEvents<RaceEvent> {
    private static final String WHAT = "race-event";

    /** Session and time stand before the fact. */
    private static final FactFormats FACTS = new FactFormats(RaceEvent.class, 2);

    /** For who has no registry: writes bare values, and reads no others. */
    public AvroRaceEvents() {
        this(WireVersion.bare(WHAT));
    }

    public AvroRaceEvents(SchemaIds ids) {
        this(WireVersion.registered(WHAT, ids));
    }

    private AvroRaceEvents(WireVersion wire) {
        super(RaceEvent.class, "racecontrol", FACTS, wire);
    }

    @Override
    public long eventNanos(RaceEvent event) {
        return event.atNanos();
    }

    @Override
    String about(RaceEvent event) {
        return event.session().toString();
    }

    @Override
    Object readAbout(AvroInput in) {
        return new SessionId(in.readText("session"));
    }
}
