package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.contracts.events.EventEnvelope;
import dev.vitalcore.contracts.events.EventEnvelope.Origin;
import dev.vitalcore.kernel.Fault;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class AvroEnvelopeCodecTest {
    private final AvroEnvelopeCodec codec = new AvroEnvelopeCodec();

    @Test
    void givesBackWhatWasWrittenAndWritesGenuineAvro() {
        EventEnvelope envelope = envelope("debris at turn 5");
        byte[] value = codec.encode(envelope);

        assertThat(codec.decode(value)).usingRecursiveComparison().isEqualTo(envelope);
        GenericRecord read = Schemas.read(Schemas.load("event-envelope"), value);
        assertThat(Schemas.write(read)).isEqualTo(value);
        assertThat(read.get("stream")).hasToString("session/spa-race");
        assertThat(read.get("recordedNanos")).isEqualTo(1_777_000_000_000_000_001L);
    }

    @Test
    void takesTheLongestReasonThatTheStoreTakes() {
        EventEnvelope envelope = envelope("x".repeat(2_000));

        assertThat(codec.decode(codec.encode(envelope)))
                .usingRecursiveComparison()
                .isEqualTo(envelope);
    }

    @Test
    void refusesAnIdThatIsNone() {
        byte[] value = codec.encode(envelope(""));
        value[2] = 'z';

        assertThat(catchThrowableOfType(Fault.class, () -> codec.decode(value)).text())
                .contains("id is no UUID");
    }

    private static EventEnvelope envelope(String why) {
        return new EventEnvelope(
                UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"),
                17,
                "session/spa-race",
                3,
                "racecontrol.FlagShown",
                2,
                new Origin("anna", why, "c-1", "command/k-1"),
                1_777_000_000_000_000_000L,
                1_777_000_000_000_000_001L,
                new byte[] {1, 0, -1});
    }
}
