package dev.vitalcore.avro;

import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventType;

/** Events of sagas on the wire ({@code saga-event.avsc}). Thread-safe. */
public final class AvroSagaEvents implements EventFormat<SagaEvent> {
    private static final String WHAT = "saga-event";

    /** Name and time stand before the fact. */
    private static final FactFormats FACTS = new FactFormats(SagaEvent.class, 2);

    private final WireVersion wire;

    /** For who has no registry: writes bare values, and reads no others. */
    public AvroSagaEvents() {
        wire = WireVersion.bare(WHAT);
    }

    public AvroSagaEvents(SchemaIds ids) {
        wire = WireVersion.registered(WHAT, ids);
    }

    @Override
    public EventType typeOf(SagaEvent event) {
        return new EventType("saga." + event.getClass().getSimpleName(), 1);
    }

    @Override
    public byte[] write(SagaEvent event) {
        AvroOutput out = wire.begin(128);
        out.writeText(event.saga());
        out.writeLong(event.atNanos());
        FACTS.write(out, event);
        return out.toBytes();
    }

    @Override
    public long eventNanos(SagaEvent event) {
        return event.atNanos();
    }

    @Override
    public SagaEvent read(EventType type, byte[] payload) {
        AvroInput in = wire.open(payload);
        try {
            String saga = in.readText("saga");
            SagaEvent event = (SagaEvent) FACTS.read(in, saga, in.readLong("at_nanos"));
            in.requireEnd();
            return event;
        } catch (IllegalArgumentException e) {
            throw in.undecodable(String.valueOf(e.getMessage()));
        }
    }
}
