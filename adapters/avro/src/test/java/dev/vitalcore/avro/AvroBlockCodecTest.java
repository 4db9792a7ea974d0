package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AvroBlockCodecTest {
    private static final Schema SCHEMA = Schemas.load("telemetry-block");

    private final AvroBlockCodec codec = new AvroBlockCodec();

    static Stream<TelemetryBlock> blocks() {
        return Stream.of(Blocks.first(), Blocks.empty(7), wide(new Random(42)));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void givesBackWhatWasWritten(TelemetryBlock block) {
        TelemetryBlock read = codec.decode(codec.encode(block));

        Blocks.assertSame(read, block);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void writesTheVeryBytesThatAvroWrites(TelemetryBlock block) {
        byte[] value = codec.encode(block);

        GenericRecord generic = Schemas.read(SCHEMA, value);

        assertThat(Schemas.write(generic)).isEqualTo(value);
    }

    /** What the Python of docs/blocks.md writes with fastavro, as it came. */
    @Test
    void readsWhatAnotherLanguageWrote() {
        byte[] value =
                HexFormat.of()
                        .parseHex(
                                "01126d792d6c6f676765721c746573742d6461792f6361722d3700003c02020a7370"
                                        + "6565640a5370656564086b6d2f68066b6d68000080dac4090002126d792d6c6f"
                                        + "676765721054657374206461790000000000020480"
                                        + "80d0e2c6bfce972f80dac409000200040080494300c04943000000");

        TelemetryBlock block = codec.decode(value);

        assertThat(block.source().value()).isEqualTo("my-logger");
        assertThat(block.declaration()).map(SourceDeclaration::title).contains("Test day");
        assertThat(block.layout().groups().getFirst().channels().getFirst().unit())
                .isEqualTo(Unit.KILOMETRE_PER_HOUR);
        Rows rows = block.rows().getFirst();
        assertThat(rows.times())
                .containsExactly(1_700_000_000_000_000_000L, 1_700_000_000_010_000_000L);
        assertThat(rows.columns().getFirst().valueAt(1)).isEqualTo(201.75);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void readsArraysThatComeInSmallBlocks(TelemetryBlock block) {
        byte[] value = Schemas.writeInSmallBlocks(Schemas.read(SCHEMA, codec.encode(block)));

        Blocks.assertSame(codec.decode(value), block);
    }

    @Test
    void namesTheFieldsAsTheSchemaDoes() {
        GenericRecord generic = Schemas.read(SCHEMA, codec.encode(Blocks.first()));

        assertThat(generic.get("source")).hasToString("vbox-3i");
        assertThat(generic.get("entry")).hasToString("road-america/11a");
        assertThat(generic.get("rows"))
                .hasToString(
                        "[{\"times\": [1700000000123456789, 40000000, 40000001], \"columns\":"
                                + " [{\"values\": [43.8, \"NaN\", -0.0]}, {\"values\": [3.4028235E38, 1.5,"
                                + " \"NaN\"]}]}, {\"times\": [1700000000123456796], \"columns\":"
                                + " [{\"values\": [3.0]}]}]");
        GenericRecord declaration = (GenericRecord) generic.get("declaration");
        assertThat(declaration.get("track")).hasToString("Road America");
        assertThat(declaration.get("vehicle")).isNull();
        assertThat(declaration.get("gates"))
                .hasToString(
                        "[{\"kind\": \"START_FINISH\", \"name\": \"start-finish\", \"geometry\":"
                                + " {\"latitude\": 43.8, \"longitude\": -87.99, \"heading_degrees\": 182.5,"
                                + " \"width_metres\": \"NaN\"}}, {\"kind\": \"SECTOR\", \"name\": \"sector-1\","
                                + " \"geometry\": {\"latitude1\": 43.7, \"longitude1\": -87.9, \"latitude2\":"
                                + " 43.71, \"longitude2\": -87.91}}]");
    }

    @Test
    void carriesTheLayoutAsAvroOfItsOwnSchema() {
        ByteBuffer layout =
                (ByteBuffer) Schemas.read(SCHEMA, codec.encode(Blocks.first())).get("layout");

        byte[] bytes = new byte[layout.remaining()];
        layout.get(bytes);
        GenericRecord generic = Schemas.readBare(Schemas.load("layout"), bytes);

        assertThat(generic)
                .hasToString(
                        "{\"groups\": [{\"channels\": [{\"name\": \"latitude\", \"original_name\":"
                                + " \"Größe latitude\", \"unit\": \"deg\", \"original_unit\": \"deg\","
                                + " \"precision\": \"DOUBLE\"}, {\"name\": \"speed\", \"original_name\": \"Größe"
                                + " speed\", \"unit\": \"km/h\", \"original_unit\": \"km/h\", \"precision\":"
                                + " \"SINGLE\"}], \"period_nanos\": 40000000}, {\"channels\": [{\"name\":"
                                + " \"gear\", \"original_name\": \"Größe gear\", \"unit\": \"\","
                                + " \"original_unit\": \"\", \"precision\": \"SINGLE\"}], \"period_nanos\": 0}]}");
    }

    @Test
    void sharesTheLayoutBetweenBlocks() {
        Layout first = codec.decode(codec.encode(Blocks.first())).layout();
        Layout second = codec.decode(codec.encode(Blocks.empty(1))).layout();

        assertThat(second).isSameAs(first);
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void carriesEveryUnit(Unit unit) {
        Layout layout =
                new Layout(
                        List.of(
                                new RateGroup(
                                        List.of(Blocks.channel("x", unit, Precision.SINGLE)), 0)));
        Rows none = new Rows(new long[0], List.of(new Column.Singles(new float[0])));
        TelemetryBlock empty = Blocks.empty(3);
        TelemetryBlock block =
                new TelemetryBlock(
                        empty.source(),
                        empty.entry(),
                        3,
                        layout,
                        List.of(none),
                        Optional.empty(),
                        false);

        assertThat(codec.decode(codec.encode(block)).layout()).isEqualTo(layout);
    }

    @Test
    void refusesToSendATextBeyondTheLimit() {
        TelemetryBlock first = Blocks.first();
        Layout layout =
                new Layout(
                        List.of(
                                first.layout().groups().get(0),
                                new RateGroup(
                                        List.of(
                                                Blocks.channel(
                                                        "x".repeat(1_001),
                                                        Unit.NONE,
                                                        Precision.SINGLE)),
                                        0)));
        TelemetryBlock block =
                new TelemetryBlock(
                        first.source(),
                        first.entry(),
                        0,
                        layout,
                        first.rows(),
                        Optional.empty(),
                        false);

        assertThatThrownBy(() -> codec.encode(block))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("1001 characters")
                .extracting("code")
                .isEqualTo("value-too-large");
    }

    @Test
    void refusesToSendTooManyRows() {
        long[] times = new long[100_001];
        Rows rows = new Rows(times, List.of(new Column.Singles(new float[times.length])));
        TelemetryBlock empty = Blocks.empty(3);
        TelemetryBlock block =
                new TelemetryBlock(
                        empty.source(),
                        empty.entry(),
                        3,
                        empty.layout(),
                        List.of(empty.rows().get(0), rows),
                        Optional.empty(),
                        false);

        assertThatThrownBy(() -> codec.encode(block))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("100001 rows");
    }

    /** As many channels as a racing car has, with random values and irregular times. */
    private static TelemetryBlock wide(Random random) {
        long[] times = new long[50];
        long time = Blocks.START;
        for (int row = 0; row < times.length; row++) {
            time += 1 + random.nextInt(20_000_000);
            times[row] = time;
        }
        List<Column> columns =
                random.ints(200)
                        .mapToObj(i -> column(random, times.length))
                        .collect(Collectors.toList());
        Layout layout =
                new Layout(
                        List.of(
                                new RateGroup(
                                        random.ints(0, 1_000_000)
                                                .distinct()
                                                .limit(200)
                                                .mapToObj(i ->
                                                        Blocks.channel(
                                                                "channel_" + i,
                                                                Unit.BAR,
                                                                Precision.SINGLE))
                                                .toList(),
                                        10_000_000)));
        return new TelemetryBlock(
                Blocks.first().source(),
                Blocks.first().entry(),
                Long.MAX_VALUE,
                layout,
                List.of(new Rows(times, columns)),
                Optional.empty(),
                false);
    }

    private static Column column(Random random, int rows) {
        double[] values = random.doubles(rows, -1e6, 1e6).toArray();
        if (random.nextBoolean()) {
            return new Column.Doubles(values);
        }
        float[] singles = new float[rows];
        for (int row = 0; row < rows; row++) {
            singles[row] = (float) values[row];
        }
        return new Column.Singles(singles);
    }
}
