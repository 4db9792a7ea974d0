package dev.vitalcore.registry;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Apicurio as a process of its own, in memory, on loopback; the build unpacks it. Its Confluent API
 * is version 7.
 */
public final class Apicurio implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Process process;
    private final URI api;

    private Apicurio(Process process, URI api) {
        this.process = process;
        this.api = api;
    }

    public static Apicurio start(Path directory) {
        int port = freePort();
        Path log = directory.resolve("apicurio.log");
        try {
            Process process =
                    new ProcessBuilder(command(port))
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .directory(directory.toFile())
                            .start();
            URI api = URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
            Apicurio apicurio = new Apicurio(process, api);
            try {
                apicurio.awaitServing(log);
                return apicurio;
            } catch (RuntimeException | Error failed) {
                apicurio.close();
                throw failed;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI api() {
        return api;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                // Its management face would listen on all interfaces, on a fixed port.
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-jar",
                Path.of(System.getProperty("vitalcore.apicurio"), "quarkus-run.jar").toString());
    }

    private void awaitServing(Path log) {
        HttpRequest subjects = HttpRequest.newBuilder(URI.create(api + "/subjects")).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            await().atMost(START_LIMIT)
                    .failFast(() -> requireAlive(log))
                    .until(() -> answers(http, subjects));
        }
    }

    private void requireAlive(Path log) {
        if (!process.isAlive()) {
            throw new IllegalStateException("Apicurio ended: " + log(log));
        }
    }

    private static boolean answers(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String log(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "Apicurio ended and left no log: " + e;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
