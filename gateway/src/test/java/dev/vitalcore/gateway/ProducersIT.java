package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.registry.HttpSchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Producers outside, whatever schema they write: taken, or refused with the reason. */
class ProducersIT {
    private static final String SUBJECT = SchemaRegistry.subjectOfValues(Topics.BLOCKS);
    private static final int HEAD = 5;

    @TempDir static Path directory;
    private static RunningPlatform platform;
    private static HttpSchemaRegistry registry;

    @BeforeAll
    static void start() {
        platform = new RunningPlatform(directory, GatewayLimits.defaults(), List.of());
        registry =
                new HttpSchemaRegistry(
                        URI.create("http://127.0.0.1:" + platform.port() + "/registry"));
    }

    @AfterAll
    static void close() {
        registry.close();
        platform.close();
    }

    @Test
    void takesBareBlocksAndRegisteredOnesAndLogsThemAllRegistered() {
        List<TelemetryBlock> blocks = new CircleRun("mixed", "7").blocks(0, 2);
        List<byte[]> logged = new CopyOnWriteArrayList<>();
        try (Subscription reading =
                platform.log()
                        .readFrom(
                                Topics.BLOCKS,
                                Map.of(),
                                batch ->
                                        batch.stream()
                                                .filter(one -> one.key().equals("mixed/7"))
                                                .forEach(one -> logged.add(one.value())))) {
            JsonNode bare = platform.feed(blocks.subList(0, 1));
            JsonNode registered = send(platform.blocks().encode(blocks.get(1)));

            assertThat(bare.path("accepted").asInt()).as("%s", bare).isEqualTo(1);
            assertThat(registered.path("accepted").asInt()).as("%s", registered).isEqualTo(1);
            await().atMost(Duration.ofSeconds(30)).until(() -> logged.size() == 2);
            assertThat(reading.failure()).isEmpty();
        }
        int id = registry.version(SUBJECT, 1).id();
        assertThat(logged)
                .allSatisfy(value -> {
                    assertThat(value[0]).isZero();
                    assertThat(ByteBuffer.wrap(value).getInt(1)).isEqualTo(id);
                });
    }

    @Test
    void takesAProducerThatRegistersASchemaOfItsOwnThatAdds() {
        String more =
                registry.latest(SUBJECT)
                        .schema()
                        .replaceFirst(
                                "\\{\"name\":\"source\",",
                                "{\"name\":\"firmware\",\"type\":\"string\",\"default\":\"\"},"
                                        + "{\"name\":\"source\",");
        int id = registry.register("other-producer-value", more);

        JsonNode answer = send(framed(id, "\u0004v2", block("adds")));

        assertThat(answer.path("accepted").asInt()).as("%s", answer).isEqualTo(1);
    }

    @Test
    void refusesAProducerWhoseSchemaItCannotRead() {
        int id =
                registry.register(
                        "foreign-value",
                        "{\"type\":\"record\",\"name\":\"TelemetryBlock\",\"fields\":"
                                + "[{\"name\":\"sequence\",\"type\":\"string\"}]}");

        JsonNode answer = send(framed(id, "", block("foreign")));

        assertRefused(answer, "schema-incompatible", "type of 'sequence' cannot be read");
    }

    @Test
    void refusesAProducerThatRegisteredNothing() {
        JsonNode answer = send(framed(1_234_567, "", block("unknown")));

        assertRefused(answer, "schema-unknown", "schema 1234567");
    }

    @Test
    void refusesAnIncompatibleVersionOfTheBlocksThemselves() {
        var answer =
                platform.send(
                        platform.page("/registry/subjects/" + SUBJECT + "/versions")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"schema\":\"{\\\"type\\\":\\\"record\\\","
                                                        + "\\\"name\\\":\\\"TelemetryBlock\\\","
                                                        + "\\\"fields\\\":[{\\\"name\\\":\\\"a\\\","
                                                        + "\\\"type\\\":\\\"int\\\"}]}\"}"))
                                .build());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("field 'a' is missing").contains("no default");
    }

    private static void assertRefused(JsonNode answer, String code, String reason) {
        assertThat(answer.path("accepted").asInt()).as("%s", answer).isZero();
        assertThat(answer.path("refused").toString()).contains(code).contains(reason);
    }

    private static JsonNode send(byte[] block) {
        return RunningPlatform.json(
                platform.post(
                        "/blocks", RunningPlatform.BLOCKS, RunningPlatform.body(List.of(block))));
    }

    private static byte[] block(String session) {
        byte[] encoded =
                platform.blocks().encode(new CircleRun(session, "7").blocks(0, 1).getFirst());
        return Arrays.copyOfRange(encoded, HEAD, encoded.length);
    }

    private static byte[] framed(int id, String before, byte[] avro) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        before.chars().forEach(out::write);
        out.writeBytes(avro);
        return out.toByteArray();
    }
}
