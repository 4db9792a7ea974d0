package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.platform.schema.SchemaRegistry;
import dev.vitalcore.platform.schema.SchemaRegistryContract;
import dev.vitalcore.registry.HttpSchemaRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our registry over HTTP: what the client does with any, and what its clients elsewhere see. */
class SchemaRegistryIT extends SchemaRegistryContract {
    private static final String TYPE = "application/vnd.schemaregistry.v1+json";
    private static final String OLD = "{'type':'record','name':'Seen','fields':[]}";
    private static final String NEW =
            "{'type':'record','name':'Seen','fields':[{'name':'lap','type':'int'}]}";

    @TempDir static Path directory;
    private static RunningPlatform platform;
    private static HttpSchemaRegistry client;

    @BeforeAll
    static void start() {
        platform = new RunningPlatform(directory, GatewayLimits.defaults(), List.of());
        client =
                new HttpSchemaRegistry(
                        URI.create("http://127.0.0.1:" + platform.port() + "/registry"));
    }

    @AfterAll
    static void close() {
        client.close();
        platform.close();
    }

    @Override
    protected SchemaRegistry registry() {
        return client;
    }

    @Test
    void hasTheSchemasOfTheLogFromTheStart() {
        assertThat(client.subjects())
                .contains(
                        "telemetry.blocks-value",
                        "telemetry.dead-letters-value",
                        "timing.events-value");
        assertThat(client.versions("timing.events-value")).startsWith(1, 2, 3, 4);
    }

    @Test
    void speaksAsConfluentsRegistryDoes() {
        String schema = OLD.replace("Seen", "SeenHereAlone");
        HttpResponse<String> registered = post("/subjects/seen/versions", body(schema));
        int id = RunningPlatform.json(registered).path("id").asInt();

        assertThat(registered.headers().firstValue("Content-Type")).hasValue(TYPE);
        assertThat(registered.body()).isEqualTo("{\"id\":" + id + "}");
        String text = "\"schema\":\"" + schema.replace("'", "\\\"") + "\"";
        assertThat(get("/schemas/ids/" + id).body()).isEqualTo("{" + text + "}");
        assertThat(get("/schemas/ids/" + id + "/versions").body())
                .isEqualTo("[{\"subject\":\"seen\",\"version\":1}]");
        String whole = "{\"subject\":\"seen\",\"version\":1,\"id\":" + id + "," + text + "}";
        assertThat(get("/subjects/seen/versions/1").body()).isEqualTo(whole);
        assertThat(get("/subjects/seen/versions/latest").body()).isEqualTo(whole);
        assertThat(get("/subjects/seen/versions/-1").body()).isEqualTo(whole);
        assertThat(post("/subjects/seen", body(schema)).body()).isEqualTo(whole);
        assertThat(get("/subjects/seen/versions").body()).isEqualTo("[1]");
        assertThat(get("/config").body()).isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(get("/config/seen?defaultToGlobal=true").body())
                .isEqualTo("{\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(put("/config/seen", "{\"compatibility\":\"full\"}").body())
                .isEqualTo("{\"compatibility\":\"FULL\"}");
        assertThat(get("/schemas/types").body()).isEqualTo("[\"AVRO\"]");
    }

    @Test
    void tellsWhyASchemaIsIncompatibleWhereItIsAsked() {
        post("/subjects/asked/versions", body(OLD));
        String check = "/compatibility/subjects/asked/versions/latest";

        assertThat(post(check, body(NEW)).body()).isEqualTo("{\"is_compatible\":false}");
        assertThat(post(check + "?verbose=true", body(NEW)).body())
                .isEqualTo(
                        "{\"is_compatible\":false,\"messages\":[\"it does not read the old: field"
                                + " 'lap' is missing in what was written and has no default"
                                + " (version 1)\"]}");
        assertThat(post(check + "?verbose=true", body(OLD)).body())
                .isEqualTo("{\"is_compatible\":true,\"messages\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "/subjects/none/versions,         404, 40401",
        "/subjects/there/versions/2,      404, 40402",
        "/subjects/there/versions/0,      422, 42202",
        "/subjects/there/versions/first,  422, 42202",
        "/schemas/ids/999999,             404, 40403",
        "/schemas/ids/x,                  404, 404",
        "/config/there,                   404, 40408"
    })
    void numbersTheErrorsOfQuestions(String path, int status, int code) {
        post("/subjects/there/versions", body(OLD));

        assertError(get(path), status, code);
    }

    @Test
    void numbersTheErrorsOfChanges() {
        post("/subjects/there/versions", body(OLD));

        assertError(post("/subjects/there/versions", body(NEW)), 409, 409);
        assertError(post("/subjects/there", body(NEW)), 404, 40403);
        assertError(post("/subjects/there/versions", body("{'type':'no'}")), 422, 42201);
        assertError(post("/subjects/there/versions", "{\"id\":1}"), 422, 42201);
        assertError(post("/subjects/there/versions", "no json"), 400, 400);
        assertError(post("/subjects/there/versions", "null"), 400, 400);
        assertError(
                post("/subjects/there/versions", "{\"schema\":\"{}\",\"schemaType\":\"JSON\"}"),
                422,
                42201);
        assertError(
                post(
                        "/subjects/there/versions",
                        "{\"schema\":\"\\\"int\\\"\",\"references\":[{\"name\":\"a\"}]}"),
                422,
                42201);
        assertError(put("/config", "{\"compatibility\":\"SOME\"}"), 422, 42203);
        assertError(put("/config", "{}"), 422, 42203);
        assertError(post("/subjects/" + "x".repeat(300) + "/versions", body(OLD)), 422, 42208);
        assertError(post("/subjects/there/versions", " ".repeat(600_000)), 413, 413);
    }

    @ParameterizedTest
    @CsvSource({"/subjects/kept", "/subjects/kept/versions/1", "/config/kept", "/config"})
    void deletesNothing(String path) {
        post("/subjects/kept/versions", body(OLD));

        assertError(send(request(path).DELETE().build()), 405, 405);
        assertThat(get("/subjects/kept/versions").body()).isEqualTo("[1]");
    }

    @Test
    void takesBodiesOfNewerClients() {
        String newer =
                "{\"schema\":\"\\\"int\\\"\",\"schemaType\":\"AVRO\",\"references\":[],"
                        + "\"metadata\":null,\"ruleSet\":null}";

        assertThat(post("/subjects/newer/versions", newer).statusCode()).isEqualTo(200);
    }

    @Test
    void turnsAwayPagesOfOtherSites() {
        HttpRequest ofAPage =
                request("/subjects").header("Sec-Fetch-Site", "cross-site").GET().build();

        assertThat(send(ofAPage).statusCode()).isEqualTo(403);
        assertThat(get("/subjects").headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    private static void assertError(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(TYPE);
        assertThat(RunningPlatform.json(answer).path("error_code").asInt()).isEqualTo(code);
        assertThat(RunningPlatform.json(answer).path("message").asString()).isNotBlank();
    }

    private static String body(String schema) {
        return "{\"schema\":\"" + schema.replace("'", "\\\"") + "\"}";
    }

    private static HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    private static HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private static HttpResponse<String> put(String path, String body) {
        return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        return platform.send(request);
    }

    /** As Confluent's own client asks. */
    private static HttpRequest.Builder request(String path) {
        return platform.page("/registry" + path)
                .header("Content-Type", TYPE)
                .header("Accept", TYPE + ", application/vnd.schemaregistry+json, application/json");
    }
}
