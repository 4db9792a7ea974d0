package dev.vitalcore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose reads do not end by themselves. */
class BusyIT {
    private static final String SERIES =
            "api/v1/sessions/circle/entries/7/series?channels=speed&from_s=0&to_s=1";
    private static final GatewayLimits TWO_READS =
            GatewayLimits.defaults().withReads(new ReadLimits(1, 2, Duration.ofMillis(1), 1));

    @TempDir static Path directory;
    private static RunningPlatform platform;

    @BeforeAll
    static void start() {
        platform = new RunningPlatform(directory, GatewayLimits.defaults(), List.of());
        platform.feed(new CircleRun("circle", "7").blocks(0, 2));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> platform.answer("/sessions/circle").statusCode() == 200);
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @Test
    void refusesReadsBeyondTheMemoryForThemUntilOthersAreDone() {
        HeldStore store = new HeldStore();
        try (Gateway gateway = platform.startAnotherGateway(store, TWO_READS)) {
            URI series = gateway.address().resolve(SERIES);
            List<CompletableFuture<HttpResponse<String>>> held =
                    Stream.generate(() -> ask(series)).limit(2).toList();
            await().atMost(Duration.ofSeconds(10)).until(() -> store.reading() == 2);

            HttpResponse<String> refused = ask(series).join();

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("urn:vitalcore:problem:busy");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            store.letGo();
            assertThat(held).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> ask(series).join().statusCode() == 200);
        } finally {
            store.letGo();
        }
    }

    @Test
    void aProviderThatHangsTakesNoPlaceOfReads() {
        ScriptedWeather weather = platform.weather();
        HeldStore store = new HeldStore();
        store.letGo();
        try (Gateway gateway = platform.startAnotherGateway(store, TWO_READS)) {
            String hangs = "api/v1/sessions/circle/forecast?latitude=" + ScriptedWeather.HANGS_AT;
            List<CompletableFuture<HttpResponse<String>>> hanging =
                    Stream.of(5, 6)
                            .map(degrees ->
                                    gateway.address().resolve(hangs + "&longitude=" + degrees))
                            .map(BusyIT::ask)
                            .toList();
            await().atMost(Duration.ofSeconds(10)).until(() -> weather.asked().size() >= 2);

            assertThat(ask(gateway.address().resolve(SERIES)).join().statusCode()).isEqualTo(200);

            weather.letGo();
            assertThat(hanging)
                    .allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
        } finally {
            weather.letGo();
        }
    }

    private static CompletableFuture<HttpResponse<String>> ask(URI uri) {
        return platform.http()
                .sendAsync(
                        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .orTimeout(20, TimeUnit.SECONDS);
    }
}
