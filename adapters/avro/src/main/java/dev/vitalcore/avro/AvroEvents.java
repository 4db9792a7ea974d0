package dev.vitalcore.avro;

import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventType;

/**
 * A family of events on the wire: whom they are about, when they happened, and the fact.
 * Thread-safe.
 *
 * @param <E> the family, sealed; its records begin with those two
 */
abstract sealed class AvroEvents<E> implements EventFormat<E>
        permits AvroRaceEvents, AvroSagaEvents {
    private static final int USUAL_BYTES = 128;

    private final Class<E> family;
    private final String context;
    private final FactFormats facts;
    private final WireVersion wire;

    /**
     * @param context the first part of the types' names
     */
    AvroEvents(Class<E> family, String context, FactFormats facts, WireVersion wire) {
        this.family = family;
        this.context = context;
        this.facts = facts;
        this.wire = wire;
    }

    /** Whom the event is about. */
    abstract String about(E event);

    /** What {@link #about} was written from, as the records have it. */
    abstract Object readAbout(AvroInput in);

    @Override
    public final EventType typeOf(E event) {
        return new EventType(
                context + "." + event.getClass().getSimpleName(), wire.schemaVersion());
    }

    @Override
    public final byte[] write(E event) {
        AvroOutput out = wire.begin(USUAL_BYTES);
        out.writeText(about(event));
        out.writeLong(eventNanos(event));
        facts.write(out, event);
        return out.toBytes();
    }

    @Override
    public final E read(EventType type, byte[] payload) {
        AvroInput in = wire.open(payload);
        try {
            Object about = readAbout(in);
            E event = family.cast(facts.read(in, about, in.readLong("at_nanos")));
            in.requireEnd();
            return event;
        } catch (IllegalArgumentException e) {
            throw in.undecodable(String.valueOf(e.getMessage()));
        }
    }
}
