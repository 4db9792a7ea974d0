package dev.vitalcore.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code vitalcore up} or {@code demo} in a process of its own; can be killed and started again.
 */
final class RunningPlatform implements AutoCloseable {
    /**
     * Below those that the system gives to connections: nobody else takes one before it is used.
     */
    private static final int FIRST_PORT = 20_000;

    private static final int END_OF_PORTS = 32_000;
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Path data;
    private final Path output;
    private final int port;
    private final List<String> options;
    private final String command;
    private Process process;

    private RunningPlatform(
            String command, Path data, Path output, int port, List<String> options) {
        this.command = command;
        this.data = data;
        this.output = output;
        this.port = port;
        this.options = options;
        this.process = launch();
    }

    /**
     * @param folder an empty folder for the data and the output
     * @param options of {@code up}, beside port and data
     */
    static RunningPlatform start(Path folder, String... options) {
        return start("up", folder, options);
    }

    /**
     * The same with a simulated race.
     *
     * @param options of {@code demo}, beside port and data
     */
    static RunningPlatform demo(Path folder, String... options) {
        return start("demo", folder, options);
    }

    private static RunningPlatform start(String command, Path folder, String... options) {
        RunningPlatform platform =
                new RunningPlatform(
                        command,
                        folder.resolve("data"),
                        folder.resolve("output.txt"),
                        freePort(),
                        List.of(options));
        try {
            platform.awaitUp();
        } catch (RuntimeException | Error notUp) {
            platform.close();
            throw notUp;
        }
        return platform;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path data() {
        return data;
    }

    int port() {
        return port;
    }

    /** Signal 9: no handler runs, no buffer is flushed. */
    void kill() {
        process.destroyForcibly();
        await("end of the process").atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
    }

    /** Starts it again on the same data, with what it was started with. */
    void startAgain() {
        process = launch();
        awaitUp();
    }

    /** Asks it to stop and waits. */
    int stop() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the platform did not stop in 60 s\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        return process.exitValue();
    }

    JsonNode get(String path) {
        HttpResponse<String> response = answer(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    path + " answered " + response.statusCode() + ": " + response.body());
        }
        return json.readTree(response.body());
    }

    HttpResponse<String> answer(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(address().resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    String output() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
        http.close();
    }

    private Process launch() {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                command,
                                "--port",
                                Integer.toString(port),
                                "--data",
                                data.toString()));
        arguments.addAll(options);
        return Program.start(output, output, List.of("-Xmx768m"), arguments.toArray(String[]::new));
    }

    private void awaitUp() {
        await("the platform at " + address())
                .atMost(START_LIMIT)
                .ignoreExceptions()
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the platform ended\n" + output());
                    }
                    return answer("/api/v1/health").statusCode() == 200;
                });
    }

    static int freePort() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, END_OF_PORTS);
            if (isFree(port)) {
                return port;
            }
        }
        throw new AssertionError("no port is free from " + FIRST_PORT + " to " + END_OF_PORTS);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
