package dev.vitalcore.avro;

import dev.vitalcore.contracts.events.EventEnvelope;
import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.saga.SagaEvent;
import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.schema.SchemaRegistry;
import java.io.Serializable;
import java.util.List;

/**
 * The schemas of all that stands in the log and in the event store, under the numbers of one
 * registry. Serialisable as a {@link Snapshot}. Thread-safe.
 */
public final class LogSchemas {
    private final RegisteredSchemaIds blocks;
    private final RegisteredSchemaIds timingEvents;
    private final RegisteredSchemaIds deadLetters;
    private final RegisteredSchemaIds raceEvents;
    private final RegisteredSchemaIds sagaEvents;
    private final RegisteredSchemaIds raceDecisions;

    private LogSchemas(SchemaRegistry registry) {
        blocks = ids(registry, SchemaHistory.blocks());
        timingEvents = ids(registry, SchemaHistory.timingEvents());
        deadLetters = ids(registry, SchemaHistory.deadLetters());
        raceEvents = ids(registry, SchemaHistory.raceEvents());
        sagaEvents = ids(registry, SchemaHistory.sagaEvents());
        raceDecisions = ids(registry, SchemaHistory.raceDecisions());
    }

    /**
     * Registers what this program writes, and has written.
     *
     * @throws dev.vitalcore.kernel.Fault (conflict) where the registry refuses; (unavailable) where
     *     it cannot be reached
     */
    public static LogSchemas registerIn(SchemaRegistry registry) {
        return new LogSchemas(registry);
    }

    /** The subjects under which they are registered. */
    public static List<String> subjects() {
        return List.of(
                SchemaHistory.blocks().subject(),
                SchemaHistory.timingEvents().subject(),
                SchemaHistory.deadLetters().subject(),
                SchemaHistory.raceEvents().subject(),
                SchemaHistory.sagaEvents().subject(),
                SchemaHistory.raceDecisions().subject());
    }

    public AvroBlockCodec blocks() {
        return new AvroBlockCodec(blocks);
    }

    public Codec<TimingEvent> timingEvents() {
        return new AvroTimingEventCodec(timingEvents);
    }

    public Codec<DeadLetter> deadLetters() {
        return new AvroDeadLetterCodec(deadLetters);
    }

    public EventFormat<RaceEvent> raceEvents() {
        return new AvroRaceEvents(raceEvents);
    }

    public EventFormat<SagaEvent> sagaEvents() {
        return new AvroSagaEvents(sagaEvents);
    }

    /** What race control decided, on the log. */
    public Codec<EventEnvelope> raceDecisions() {
        return new AvroEnvelopeCodec(raceDecisions);
    }

    /** Those of the log as they are now, to travel with a job. */
    public Snapshot snapshot() {
        return new Snapshot(blocks.snapshot(), timingEvents.snapshot(), deadLetters.snapshot());
    }

    /** What a job is given, which asks no registry. */
    public record Snapshot(
            SchemaSnapshot blocks, SchemaSnapshot timingEvents, SchemaSnapshot deadLetters)
            implements Serializable {
        public Codec<TelemetryBlock> blockCodec() {
            return new AvroBlockCodec(blocks);
        }

        public Codec<TimingEvent> timingEventCodec() {
            return new AvroTimingEventCodec(timingEvents);
        }

        public Codec<DeadLetter> deadLetterCodec() {
            return new AvroDeadLetterCodec(deadLetters);
        }
    }

    private static RegisteredSchemaIds ids(SchemaRegistry registry, SchemaHistory history) {
        return RegisteredSchemaIds.register(registry, history, System::nanoTime);
    }
}
