package dev.vitalcore.streams;

import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.contracts.telemetry.DeadLetter;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.platform.log.Codec;
import java.io.Serializable;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * Where the timing operator gets its codecs once it has arrived on its task manager: codecs hold
 * caches and do not travel.
 */
record TimingCodecs(
        SerializableSupplier<Codec<TelemetryBlock>> blocks,
        SerializableSupplier<Codec<TimingEvent>> events,
        SerializableSupplier<Codec<DeadLetter>> deadLetters)
        implements Serializable {
    /** The schemas travel with the job: an operator asks no registry. */
    static TimingCodecs avro(LogSchemas.Snapshot schemas) {
        return new TimingCodecs(
                schemas::blockCodec, schemas::timingEventCodec, schemas::deadLetterCodec);
    }
}
