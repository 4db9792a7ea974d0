package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kernel.Fault;
import java.util.Arrays;
import java.util.HexFormat;
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

    /** Bytes of the codec as it was before laps had an uncertainty. */
    @Test
    void readsALapFromBeforeItHadAnUncertainty() {
        byte[] before =
                HexFormat.of()
                        .parseHex(
                                "0120726f61642d616d65726963612f313161060404028280d0e2c6bfce972f"
                                        + "8090b3c2d8060480b09dc2df0180e09580f9040000");

        assertThat(codec.decode(before))
                .isInstanceOfSatisfying(
                        TimingEvent.LapCompleted.class,
                        lap -> {
                            assertThat(lap.durationNanos()).isEqualTo(114_960_000_000L);
                            assertThat(lap.endedBy()).isEqualTo(TimingEvent.Witness.BEACON);
                            assertThat(lap.uncertaintyNanos()).isZero();
                            assertThat(lap.statedNumber()).isEmpty();
                        });
    }

    /**
     * An event from before passings told the kind of their gate ends a branch and a value earlier.
     */
    @Test
    void readsAPassingFromBeforeItToldTheKindOfItsGate() {
        byte[] told = codec.encode(TimingEvents.oneOfEach().get(1));

        assertThat(codec.decode(Arrays.copyOf(told, told.length - 2)))
                .isInstanceOfSatisfying(
                        TimingEvent.GatePassed.class,
                        passing -> {
                            assertThat(passing.gate()).isEqualTo("start-finish");
                            assertThat(passing.witness()).isEqualTo(TimingEvent.Witness.GATE);
                            assertThat(passing.kind()).isEmpty();
                        });
    }

    /** Bytes of a LapWithdrawn, as it was before anything else could be withdrawn. */
    @Test
    void readsALapThatWasWithdrawnInTheOldWay() {
        byte[] before = HexFormat.of().parseHex("0120726f61642d616d65726963612f31316108060a");

        assertThat(codec.decode(before))
                .isInstanceOfSatisfying(
                        TimingEvent.Withdrawn.class,
                        event -> {
                            assertThat(event.subject()).isEqualTo("lap/5");
                            assertThat(event.revision()).isEqualTo(4);
                        });
    }

    @Test
    void refusesANegativeUncertainty() {
        byte[] lap = codec.encode(TimingEvents.oneOfEach().get(2));
        byte[] damaged = Arrays.copyOf(lap, lap.length - 6);
        damaged[damaged.length - 1] = 1; // -1 in zigzag

        assertThatThrownBy(() -> codec.decode(damaged)).isInstanceOf(Fault.class);
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
