package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files on their way over real HTTP, from a store that flows, fails or is silent. */
class ExportStreamIT {
    private static final CircleRun LONG = new CircleRun("long", "7");

    /** Eleven days, of which only the first and the last second were sent. */
    private static final int LAST_SECOND = 1_000_000;

    @TempDir static Path directory;
    private static RunningPlatform platform;

    @BeforeAll
    static void feedALongSession() {
        platform = new RunningPlatform(directory, GatewayLimits.defaults(), List.of());
        platform.feed(List.of(LONG.block(0), LONG.block(LAST_SECOND)));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        platform.get("/sessions/long").path("duration_s").asDouble() > LAST_SECOND);
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @Test
    void saysSoWhenTheStoreFailsBeforeTheFirstByte() {
        try (Gateway gateway = withStore(new FlowingStore(1))) {
            HttpResponse<String> answer = platform.send(flow(gateway, "csv", 100));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(RunningPlatform.json(answer).path("detail").asString())
                    .isEqualTo("the disk is gone");
        }
    }

    @ParameterizedTest
    @CsvSource({"csv, 6", "parquet, 12"})
    void breaksTheConnectionWhenTheStoreFailsOnTheWay(String format, int reads) {
        try (Gateway gateway = withStore(new FlowingStore(reads));
                ContainerLog log = new ContainerLog()) {
            assertThatThrownBy(() -> platform.send(flow(gateway, format, 100_000)))
                    .hasRootCauseInstanceOf(IOException.class);
            // The advice has logged it already.
            assertThat(log.failures()).isEmpty();
        }
    }

    @Test
    void breaksTheConnectionWhenMemoryEndsOnTheWay() {
        try (Gateway gateway = withStore(FlowingStore.withoutMemoryAfter(6))) {
            assertThatThrownBy(() -> platform.send(flow(gateway, "csv", 100_000)))
                    .hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void passesOverASilenceOfDays() {
        FlowingStore store = FlowingStore.silentFrom(CircleRun.START.plusSeconds(1));
        try (Gateway gateway = withStore(store)) {
            HttpResponse<String> answer = platform.send(flow(gateway, "csv", 3e9));

            assertThat(answer.body().lines()).hasSize(1 + 1000);
            assertThat(store.reads()).isLessThan(100);
        }
    }

    @Test
    void stopsReadingWhenTheCallerIsGoneAndThenServesTheNext() throws Exception {
        FlowingStore store = new FlowingStore(Integer.MAX_VALUE);
        try (Gateway gateway = withStore(store)) {
            HttpResponse<InputStream> endless =
                    platform.http().send(flow(gateway, "csv", 1e9), BodyHandlers.ofInputStream());
            endless.body().readNBytes(100_000);

            HttpResponse<String> refused = platform.send(flow(gateway, "csv", 1));
            endless.body().close();

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("urn:vitalcore:problem:exports-busy");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> platform.send(flow(gateway, "csv", 1)).statusCode() == 200);
            // A slice is 10 to 600 s of the million.
            assertThat(store.reads()).isLessThan(1000);
        }
    }

    private static Gateway withStore(FlowingStore store) {
        return platform.startAnotherGateway(
                store,
                GatewayLimits.defaults().withReads(new ReadLimits(1, 4, Duration.ofMillis(1), 1)));
    }

    private static HttpRequest flow(Gateway gateway, String format, double toS) {
        URI uri =
                gateway.address()
                        .resolve(
                                "api/v1/sessions/long/export?cars=7&format="
                                        + format
                                        + "&to_s="
                                        + toS);
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build();
    }
}
