package dev.vitalcore.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.vitalcore.app.Main;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay that is stopped halfway, as a process of its own. */
class StoppedFeedIT {
    private static final int ENDED_BY_SIGTERM = 143;

    private final CountDownLatch requests = new CountDownLatch(5);
    private HttpServer platform;

    @TempDir private Path folder;

    @BeforeEach
    void start() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/api/v1/sessions/drive/sources", "{\"sources\":[]}");
        answer("/api/v1/blocks", "{\"accepted\":1,\"duplicate\":0,\"refused\":[]}");
        platform.start();
    }

    @AfterEach
    void stop() {
        platform.stop(0);
    }

    @Test
    void saysWhatWasSentAndHowToGoOn() throws Exception {
        Path err = folder.resolve("err.txt");
        Process replay =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "replay",
                                recording().toString(),
                                "--server",
                                "http://127.0.0.1:" + platform.getAddress().getPort())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(err.toFile())
                        .start();
        try {
            assertThat(requests.await(60, TimeUnit.SECONDS)).as("the replay is under way").isTrue();

            replay.destroy();

            assertThat(replay.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(replay.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(Files.readString(err))
                    .containsPattern("^stopped: [0-9]+ samples of session drive were sent and stay")
                    .contains("same command", "--session NAME")
                    .hasLineCount(1)
                    .doesNotContain("\r");
        } finally {
            replay.destroyForcibly();
        }
    }

    private void answer(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        platform.createContext(
                path,
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                    requests.countDown();
                });
    }

    /** Ten minutes at ten samples a second. */
    private Path recording() throws IOException {
        StringBuilder text = new StringBuilder("time [s],speed [km/h]\n");
        for (int row = 0; row < 6_000; row++) {
            text.append(String.format(Locale.ROOT, "%.1f,%d\n", row / 10.0, row % 200));
        }
        return Files.writeString(folder.resolve("drive.csv"), text);
    }
}
