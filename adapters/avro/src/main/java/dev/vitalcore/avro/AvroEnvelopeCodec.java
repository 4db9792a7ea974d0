package dev.vitalcore.avro;

import dev.vitalcore.contracts.events.EventEnvelope;
import dev.vitalcore.contracts.events.EventEnvelope.Origin;
import dev.vitalcore.platform.log.Codec;
import java.util.UUID;

/** Published events on the wire ({@code event-envelope.avsc}). Thread-safe. */
public final class AvroEnvelopeCodec implements Codec<EventEnvelope> {
    private static final String WHAT = "event-envelope";

    private final WireVersion wire;

    /** For who has no registry: writes bare values, and reads no others. */
    public AvroEnvelopeCodec() {
        wire = WireVersion.bare(WHAT);
    }

    public AvroEnvelopeCodec(SchemaIds ids) {
        wire = WireVersion.registered(WHAT, ids);
    }

    @Override
    public byte[] encode(EventEnvelope envelope) {
        AvroOutput out = wire.begin(envelope.payload().length + 512);
        out.writeText(envelope.id().toString());
        out.writeLong(envelope.position());
        out.writeText(envelope.stream());
        out.writeLong(envelope.version());
        out.writeText(envelope.type());
        out.writeLong(envelope.schemaVersion());
        out.writeText(envelope.origin().who());
        out.writeText(envelope.origin().why(), WireLimits.REASON);
        out.writeText(envelope.origin().correlation());
        out.writeText(envelope.origin().causation());
        out.writeLong(envelope.eventNanos());
        out.writeLong(envelope.recordedNanos());
        out.writeBytes(envelope.payload());
        return out.toBytes();
    }

    @Override
    public EventEnvelope decode(byte[] bytes) {
        AvroInput in = wire.open(bytes);
        EventEnvelope envelope =
                new EventEnvelope(
                        id(in),
                        in.readLong("position"),
                        in.readText("stream"),
                        in.readLong("version"),
                        in.readText("type"),
                        in.readInt("schemaVersion"),
                        origin(in),
                        in.readLong("eventNanos"),
                        in.readLong("recordedNanos"),
                        in.readBytes("payload", WireLimits.VALUE_BYTES));
        in.requireEnd();
        return envelope;
    }

    private static Origin origin(AvroInput in) {
        return new Origin(
                in.readText("who"),
                in.readText("why", WireLimits.REASON),
                in.readText("correlation"),
                in.readText("causation"));
    }

    private static UUID id(AvroInput in) {
        String id = in.readText("id");
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw in.undecodable("id is no UUID");
        }
    }
}
