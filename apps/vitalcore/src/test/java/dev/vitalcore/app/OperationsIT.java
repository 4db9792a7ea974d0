package dev.vitalcore.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What whoever runs the platform sees of it. */
class OperationsIT {
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `([a-z_]+)` \\|");

    private static final String TYPE = "# TYPE ";

    @TempDir private static Path folder;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Platform platform;

    @BeforeAll
    static void start() {
        platform = Platform.start(PlatformSettings.of(folder.resolve("data"), 0));
    }

    @AfterAll
    static void stop() {
        platform.close();
        HTTP.close();
    }

    @Test
    void metricsAreThoseOfTheDocumentation() throws IOException, InterruptedException {
        Set<String> documented =
                Files.readAllLines(Path.of("../../docs/metrics.md")).stream()
                        .map(DOCUMENTED::matcher)
                        .filter(row -> row.find())
                        .map(row -> row.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        System.gc(); // so that there is a pause to tell of

        await().atMost(Duration.ofSeconds(30))
                .until(() -> get("metrics").contains("jvm_gc_pause_seconds_count"));
        String metrics = get("metrics");

        Set<String> served =
                metrics.lines()
                        .filter(line -> line.startsWith(TYPE))
                        .map(line -> line.substring(TYPE.length(), line.lastIndexOf(' ')))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).hasSizeGreaterThan(10).isSubsetOf(served);
        assertThat(served.stream().filter(name -> name.startsWith("vitalcore_")))
                .isSubsetOf(documented);
        assertThat(metrics.lines())
                .contains(
                        "vitalcore_component_up{component=\"log\"} 1.0",
                        "vitalcore_lag_records{reader=\"store_writer\"} 0.0",
                        "vitalcore_call_circuit_state{call=\"sql-read\",state=\"closed\"} 1.0",
                        "vitalcore_ingest_blocks_total{result=\"accepted\"} 0.0");
    }

    @Test
    void theCallsAreThoseThatAreDeclared() throws IOException, InterruptedException {
        get("api/v1/sessions");

        JsonNode calls = JsonMapper.shared().readTree(get("api/v1/calls")).path("calls");

        assertThat(calls.valueStream().map(call -> call.path("call").stringValue()))
                .containsExactlyElementsOf(
                        CallPolicies.all().stream().map(policy -> policy.name()).toList());
        assertThat(calls.valueStream())
                .allSatisfy(
                        call -> assertThat(call.path("state").stringValue()).isEqualTo("closed"));
        assertThat(
                        calls.valueStream()
                                .filter(call -> call.path("call").stringValue().equals("sql-read"))
                                .mapToLong(
                                        call -> call.path("attempts").path("succeeded").longValue())
                                .sum())
                .isPositive();
    }

    private static String get(String path) throws IOException, InterruptedException {
        URI uri = platform.address().resolve(path);
        HttpResponse<String> answer =
                HTTP.send(
                        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
