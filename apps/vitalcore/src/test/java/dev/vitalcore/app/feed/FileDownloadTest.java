package dev.vitalcore.app.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDownloadTest {
    private static final byte[] BEGINNING = "time_s,speed\r\n".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/whole", exchange -> answer(exchange, BEGINNING.length));
        server.createContext(
                "/stalls",
                exchange -> {
                    answer(exchange, 0);
                    hang();
                });
        server.createContext("/silent", exchange -> hang());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void takesAFile() {
        assertThat(download(Duration.ofMinutes(1)).take("/whole", Optional.of(file())).bytes())
                .isEqualTo(BEGINNING.length);
        assertThat(file()).hasBinaryContent(BEGINNING);
    }

    @Test
    void endsWhenNothingComesAnyMore() {
        assertSilent("/stalls");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void endsWhenNoAnswerBegins() {
        assertSilent("/silent");
    }

    private void assertSilent(String path) {
        FileDownload download = download(Duration.ofMillis(300));
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> download.take(path, Optional.of(file())))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("platform-silent"))
                .withMessageContaining("sent nothing for");
    }

    private FileDownload download(Duration silence) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new FileDownload(address, false, bytes -> {}, silence);
    }

    private Path file() {
        return folder.resolve("a.csv");
    }

    /**
     * @param length 0: its end is open
     */
    private static void answer(HttpExchange exchange, long length) throws IOException {
        exchange.sendResponseHeaders(200, length);
        exchange.getResponseBody().write(BEGINNING);
        exchange.getResponseBody().flush();
    }

    private void hang() {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
