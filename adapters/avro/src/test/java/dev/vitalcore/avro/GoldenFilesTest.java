package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventType;
import dev.vitalcore.platform.log.Codec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Values as each version of each schema wrote them, with what they say: read for ever. The bytes
 * were put together by Avro's specification, neither by our codecs nor by Avro's; that they are of
 * their schema is tested with Avro's reader. A new version of a schema needs a file here.
 */
class GoldenFilesTest {
    private static final int FIRST_ID = 40;
    private static final EventType ANY = new EventType("golden.Any", 1);

    /** The newest version of each subject when bare values ceased to be written. */
    private static final Map<String, Integer> LAST_BARE =
            Map.of(
                    SchemaHistory.blocks().subject(), 1,
                    SchemaHistory.timingEvents().subject(), 4,
                    SchemaHistory.deadLetters().subject(), 1,
                    SchemaHistory.raceEvents().subject(), 1,
                    SchemaHistory.sagaEvents().subject(), 1,
                    SchemaHistory.raceDecisions().subject(), 1);

    @TestFactory
    Stream<DynamicTest> readsBlocks() {
        return tests(SchemaHistory.blocks(), AvroBlockCodec::new, Told::block);
    }

    @TestFactory
    Stream<DynamicTest> readsTimingEvents() {
        return tests(SchemaHistory.timingEvents(), AvroTimingEventCodec::new, Object::toString);
    }

    @TestFactory
    Stream<DynamicTest> readsDeadLetters() {
        return tests(SchemaHistory.deadLetters(), AvroDeadLetterCodec::new, Told::deadLetter);
    }

    @TestFactory
    Stream<DynamicTest> readsRaceEvents() {
        return tests(
                SchemaHistory.raceEvents(),
                ids -> new EventCodec<>(new AvroRaceEvents(ids)),
                Object::toString);
    }

    @TestFactory
    Stream<DynamicTest> readsSagaEvents() {
        return tests(
                SchemaHistory.sagaEvents(),
                ids -> new EventCodec<>(new AvroSagaEvents(ids)),
                Object::toString);
    }

    @TestFactory
    Stream<DynamicTest> readsRaceDecisions() {
        return tests(SchemaHistory.raceDecisions(), AvroEnvelopeCodec::new, Told::envelope);
    }

    /**
     * Where others had registered before us, so that neither ids nor versions are as in the
     * history.
     */
    @TestFactory
    Stream<DynamicTest> tellsWithEachEventWhichVersionOfTheSchemaItWasWrittenWith() {
        return Stream.concat(
                versionTests(SchemaHistory.raceEvents(), AvroRaceEvents::new),
                versionTests(SchemaHistory.sagaEvents(), AvroSagaEvents::new));
    }

    @Test
    void hasAFileOfEachVersion() {
        for (String subject : LogSchemas.subjects()) {
            SchemaHistory history = SchemaHistory.of(subject);
            for (int version = 1; version <= history.versions().size(); version++) {
                assertThat(golden(subject, version)).as("%s v%s", subject, version).isNotEmpty();
            }
        }
    }

    private static <T> Stream<DynamicTest> tests(
            SchemaHistory history, Function<SchemaIds, Codec<T>> codec, Function<T, String> told) {
        Codec<T> reader = codec.apply(ids(history));
        return IntStream.rangeClosed(1, history.versions().size())
                .boxed()
                .flatMap(version ->
                        golden(history.subject(), version).stream()
                                .map(golden ->
                                        DynamicTest.dynamicTest(
                                                "v" + version + " " + golden.name,
                                                () ->
                                                        check(
                                                                history, version, golden, reader,
                                                                told))));
    }

    private static <T> void check(
            SchemaHistory history,
            int version,
            Golden golden,
            Codec<T> reader,
            Function<T, String> told) {
        Schema schema = AvroSchemas.parse(history.versions().get(version - 1));
        assertThat(Schemas.readBare(schema, golden.bytes)).isNotNull();

        byte[] registered = framed(golden.bytes, 0, 0, 0, 0, FIRST_ID + version);
        assertThat(told.apply(reader.decode(registered))).isEqualTo(golden.told);

        if (version <= LAST_BARE.get(history.subject())) {
            byte[] bare = framed(golden.bytes, 1);
            assertThat(told.apply(reader.decode(bare))).isEqualTo(golden.told);
        }
    }

    private static <E> Stream<DynamicTest> versionTests(
            SchemaHistory history, Function<SchemaIds, EventFormat<E>> format) {
        ListedRegistry registry = new ListedRegistry();
        registry.register("other-value", "\"string\"");
        registry.register(history.subject(), "\"long\"");
        SchemaIds ids = RegisteredSchemaIds.register(registry, history, () -> 0);
        EventFormat<E> writer = format.apply(ids);
        return golden(history.subject(), history.versions().size()).stream()
                .map(golden ->
                        DynamicTest.dynamicTest(
                                history.subject() + " " + golden.name,
                                () -> {
                                    byte[] kept = framed(golden.bytes, 0, 0, 0, 0, ids.current());
                                    E event = writer.read(ANY, kept);

                                    EventType type = writer.typeOf(event);

                                    int id = ByteBuffer.wrap(writer.write(event)).getInt(1);
                                    assertThat(type.version())
                                            .isEqualTo(1 + history.versions().size());
                                    assertThat(
                                                    registry.version(
                                                                    history.subject(),
                                                                    type.version())
                                                            .id())
                                            .isEqualTo(id);
                                }));
    }

    private static SchemaIds ids(SchemaHistory history) {
        Map<Integer, String> schemas = new HashMap<>();
        for (String version : history.versions()) {
            schemas.put(FIRST_ID + schemas.size() + 1, version);
        }
        return new SchemaSnapshot(FIRST_ID + schemas.size(), schemas.size(), schemas);
    }

    private static byte[] framed(byte[] avro, int... head) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        IntStream.of(head).forEach(out::write);
        out.writeBytes(avro);
        return out.toByteArray();
    }

    private static List<Golden> golden(String subject, int version) {
        String name = "/golden/" + subject + "/v" + version + ".txt";
        try (InputStream in = GoldenFilesTest.class.getResourceAsStream(name)) {
            String text =
                    new String(
                            Objects.requireNonNull(in, name).readAllBytes(),
                            StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            List<Golden> all = new ArrayList<>();
            for (int line = 0; line < lines.size(); line += 3) {
                all.add(
                        new Golden(
                                lines.get(line).substring(2),
                                HexFormat.of().parseHex(lines.get(line + 1)),
                                lines.get(line + 2)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The event store keeps the name of the type apart; the bytes tell it as well. */
    private record EventCodec<E>(EventFormat<E> format) implements Codec<E> {
        @Override
        public byte[] encode(E event) {
            return format.write(event);
        }

        @Override
        public E decode(byte[] bytes) {
            return format.read(ANY, bytes);
        }
    }

    private record Golden(String name, byte[] bytes, String told) {}
}
