package dev.vitalcore.avro;

import dev.vitalcore.contracts.saga.SagaEvent;

/** Events of sagas on the wire ({@code saga-event.avsc}). Thread-safe. */
public final class AvroSagaEvents extends AvroEvents<SagaEvent> {
    private static final String WHAT = "saga-event";

    /** Name and time stand before the fact. */
    private static final FactFormats FACTS = new FactFormats(SagaEvent.class, 2);

    /** For who has no registry: writes bare values, and reads no others. */
    public AvroSagaEvents() {
        this(WireVersion.bare(WHAT));
    }

    public AvroSagaEvents(SchemaIds ids) {
        this(WireVersion.registered(WHAT, ids));
    }

    private AvroSagaEvents(WireVersion wire) {
        super(SagaEvent.class, "saga", FACTS, wire);
    }

    @Override
    public long eventNanos(SagaEvent event) {
        return event.atNanos();
    }

    @Override
    String about(SagaEvent event) {
        return event.saga();
    }

    @Override
    Object readAbout(AvroInput in) {
        return in.readText("saga");
    }
}
