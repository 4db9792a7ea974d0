package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.DeadLetter;
import org.junit.jupiter.api.Test;

class AvroDeadLetterCodecTest {
    private final AvroDeadLetterCodec codec = new AvroDeadLetterCodec();

    @Test
    void givesBackWhatWasWrittenAndWritesGenuineAvro() {
        DeadLetter letter = letter("row 3 is earlier than row 2");
        byte[] value = codec.encode(letter);

        assertThat(codec.decode(value)).usingRecursiveComparison().isEqualTo(letter);
        assertThat(Schemas.write(Schemas.read(Schemas.load("dead-letter"), value)))
                .isEqualTo(value);
    }

    @Test
    void cutsATextThatIsTooLongRatherThanLosingTheLetter() {
        DeadLetter read = codec.decode(codec.encode(letter("x".repeat(5_000))));

        assertThat(read.cause()).isEqualTo("x".repeat(1_000));
        assertThat(read.payload()).containsExactly(1, 0, -1);
    }

    private static DeadLetter letter(String cause) {
        return new DeadLetter(
                "ingest",
                "vbox-3i",
                17,
                "time-not-increasing",
                cause,
                "send rows in time order",
                "telemetry.blocks/2@1234",
                new byte[] {1, 0, -1});
    }
}
