package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.timing.TimingEvent;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroTimingEventCodecTest {
    private static final Schema SCHEMA = Schemas.load("timing-event");

    private final AvroTimingEventCodec codec = new AvroTimingEventCodec();

    static List<TimingEvent> events() {
        return TimingEvents.oneOfEach();
    }

    @ParameterizedTest
    @MethodSource("events")
    void givesBackWhatWasWritten(TimingEvent event) {
        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesTheVeryBytesThatAvroWrites(TimingEvent event) {
        byte[] value = codec.encode(event);

        assertThat(Schemas.write(Schemas.read(SCHEMA, value))).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("events")
    void takesTheNamesOfTheSchema(TimingEvent event) {
        GenericRecord fact = (GenericRecord) Schemas.read(SCHEMA, codec.encode(event)).get("fact");

        assertThat(fact.getSchema().getName()).isEqualTo(event.getClass().getSimpleName());
    }

    /**
     * The codecs write the index of a constant: the schemas must list the same in the same order.
     */
    @Test
    void listsTheConstantsOfEveryEnumInTheirOrder() {
        Schema track = SCHEMA.getField("fact").schema().getTypes().get(0);
        Schema lap = SCHEMA.getField("fact").schema().getTypes().get(2);
        Schema channel =
                Schemas.load("layout")
                        .getField("groups")
                        .schema()
                        .getElementType()
                        .getField("channels")
                        .schema()
                        .getElementType();

        assertSame(track.getField("witness").schema(), TimingEvent.Witness.values());
        assertSame(lap.getField("kind").schema(), TimingEvent.LapKind.values());
        assertSame(
                track.getField("gates").schema().getElementType().getField("kind").schema(),
                DeclaredGate.Kind.values());
        assertSame(channel.getField("precision").schema(), ChannelSpec.Precision.values());
    }

    private static void assertSame(Schema symbols, Enum<?>[] constants) {
        assertThat(symbols.getEnumSymbols())
                .containsExactlyElementsOf(Arrays.stream(constants).map(Enum::name).toList());
    }
}
