package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** Which schema a value is of, and what becomes of values of other schemas. */
class WireVersionTest {
    private static final int OURS = 0x01020304;
    private static final int NEWER = 7;
    private static final int RECURSIVE = 8;
    private static final int FOREIGN = 9;
    private static final int NO_SCHEMA = 10;

    private static final Schema BLOCK = Schemas.load("telemetry-block");

    private final AvroBlockCodec bare = new AvroBlockCodec();
    private final AvroBlockCodec codec = new AvroBlockCodec(ids());

    @Test
    void writesTheNumberOfTheSchemaBigEndianAfterAZero() {
        byte[] value = codec.encode(Blocks.first());

        assertThat(value).startsWith(0, 1, 2, 3, 4);
        assertThat(Arrays.copyOfRange(value, 5, value.length))
                .isEqualTo(withoutHead(bare.encode(Blocks.first()), 1));
    }

    @Test
    void readsWhatItWroteAndWhatIsBare() {
        Blocks.assertSame(codec.decode(codec.encode(Blocks.first())), Blocks.first());
        Blocks.assertSame(codec.decode(bare.encode(Blocks.first())), Blocks.first());
    }

    @Test
    void sharesTheLayoutWhateverTheHeadIs() {
        TelemetryBlock first = codec.decode(codec.encode(Blocks.first()));

        assertThat(codec.decode(bare.encode(Blocks.empty(1))).layout()).isSameAs(first.layout());
        assertThat(codec.decode(newer(Blocks.empty(2))).layout()).isSameAs(first.layout());
    }

    @Test
    void readsAProducerOfANewerSchemaThatOnlyAdds() {
        Blocks.assertSame(codec.decode(newer(Blocks.first())), Blocks.first());
    }

    @Test
    void keepsTheVeryBytesOfItsOwnSchemaAndNoOthers() {
        byte[] own = codec.encode(Blocks.first());

        assertThat(codec.kept(Blocks.first(), own)).isSameAs(own);
        assertThat(codec.kept(Blocks.first(), bare.encode(Blocks.first()))).isEqualTo(own);
        assertThat(codec.kept(Blocks.first(), newer(Blocks.first()))).isEqualTo(own);
    }

    @Test
    void refusesASchemaThatNobodyKnows() {
        Fault fault = refusal(framed(12, withoutHead(bare.encode(Blocks.first()), 1)));

        assertThat(fault.code()).isEqualTo("schema-unknown");
        assertThat(fault.text()).contains("schema 12");
        assertThat(fault.remedy()).contains("register");
    }

    @Test
    void refusesASchemaThatItCannotReadAndNamesTheFields() {
        Fault fault = refusal(framed(FOREIGN, new byte[] {0}));

        assertThat(fault.code()).isEqualTo("schema-incompatible");
        assertThat(fault.text())
                .contains("schema 9")
                .contains("type of 'sequence' cannot be read")
                .contains("field 'last' is missing in what was written and has no default");
    }

    @Test
    void refusesSchemasWhoseValuesNestWithoutLimit() {
        assertThat(refusal(framed(RECURSIVE, new byte[] {0})).text())
                .contains("contain themselves");
    }

    @Test
    void refusesWhatTheRegistryHasButIsNotAvro() {
        assertThat(refusal(framed(NO_SCHEMA, new byte[] {0})).code())
                .isEqualTo("schema-incompatible");
    }

    @Test
    void refusesANumberThatIsCut() {
        for (int length = 1; length < 5; length++) {
            byte[] cut = Arrays.copyOf(codec.encode(Blocks.first()), length);
            assertThat(refusal(cut).text()).contains("needs 4 bytes");
        }
    }

    @Test
    void tellsWhoHasNoRegistryWhatToDo() {
        Fault fault =
                catchThrowableOfType(Fault.class, () -> bare.decode(codec.encode(Blocks.first())));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        assertThat(fault.text()).contains("schema " + OURS);
        assertThat(fault.remedy()).contains("docs/schemas.md");
    }

    /** Also the path through Avro's own reader gives a block or a fault of the user. */
    @Test
    void survivesMutatedValuesOfOtherSchemas() {
        byte[] whole = newer(Blocks.first());
        Random random = new Random(20261126);
        int refused = 0;
        int rounds = 20_000;
        for (int round = 0; round < rounds; round++) {
            byte[] bytes = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[5 + random.nextInt(bytes.length - 5)] = (byte) random.nextInt(256);
            }
            try {
                codec.decode(bytes);
            } catch (Fault fault) {
                assertThat(fault.kind()).as("round %s", round).isEqualTo(Fault.Kind.USER);
                refused++;
            }
        }

        assertThat(refused).isBetween(rounds / 4, rounds - 1);
    }

    @Test
    void refusesCountsThatHaveNoBytesToThem() {
        AvroOutput out = new AvroOutput(64);
        out.writeLong(Integer.MAX_VALUE); // notes: so many, and none follows

        assertThat(refusal(framed(NEWER, out.toBytes())).text()).contains("size 2147483647");
    }

    @Test
    void refusesWhatFollowsTheValue() {
        byte[] longer = newer(Blocks.first());

        assertThat(refusal(Arrays.copyOf(longer, longer.length + 1)).text())
                .contains("1 bytes follow the value");
    }

    @Test
    void travelsAsASnapshot() throws Exception {
        SchemaSnapshot arrived = (SchemaSnapshot) sent(ids());

        assertThat(arrived).isEqualTo(ids());
        Blocks.assertSame(
                new AvroBlockCodec(arrived).decode(newer(Blocks.first())), Blocks.first());
    }

    private Fault refusal(byte[] bytes) {
        Fault fault = catchThrowableOfType(Fault.class, () -> codec.decode(bytes));
        assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
        return fault;
    }

    private static SchemaSnapshot ids() {
        return new SchemaSnapshot(
                OURS,
                1,
                Map.of(
                        OURS,
                        SchemaHistory.blocks().current(),
                        NEWER,
                        newerSchema().toString(),
                        RECURSIVE,
                        around("{\"name\": \"inner\", \"type\": [\"null\", \"TelemetryBlock\"]}"),
                        FOREIGN,
                        "{\"type\": \"record\", \"name\": \"TelemetryBlock\", \"fields\": ["
                                + "{\"name\": \"sequence\", \"type\": \"string\"}]}",
                        NO_SCHEMA,
                        "syntax = \"proto3\";"));
    }

    /** Ours with fields that we do not know, before, between and after what we do. */
    private static Schema newerSchema() {
        return new Schema.Parser()
                .parse(
                        around(
                                "{\"name\": \"notes\", \"type\": {\"type\": \"array\", \"items\":"
                                        + " {\"type\": \"map\", \"values\": \"string\"}}}"));
    }

    private static String around(String field) {
        return SchemaHistory.blocks()
                .current()
                .replaceFirst(
                        "\\{\"name\": \"source\",",
                        field.replace("$", "\\$") + ", {\"name\": \"source\",");
    }

    private byte[] newer(TelemetryBlock block) {
        GenericRecord ours = Schemas.read(BLOCK, bare.encode(block));
        GenericRecord theirs = new GenericData.Record(newerSchema());
        BLOCK.getFields().forEach(field -> theirs.put(field.name(), ours.get(field.name())));
        theirs.put("notes", List.of(Map.of("a", "x"), Map.of("b", "y", "c", "z")));
        return framed(NEWER, withoutHead(Schemas.write(theirs), 1));
    }

    private static byte[] withoutHead(byte[] value, int head) {
        return Arrays.copyOfRange(value, head, value.length);
    }

    private static byte[] framed(int id, byte[] avro) {
        AvroOutput out = new AvroOutput(avro.length + 5);
        out.writeByte(0);
        out.writeBigEndian(id);
        for (byte one : avro) {
            out.writeByte(one);
        }
        return out.toBytes();
    }

    private static Object sent(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
            objects.writeObject(value);
        }
        try (ObjectInputStream objects =
                new ObjectInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            return objects.readObject();
        }
    }
}
