package dev.vitalcore.pulsar;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real broker with its bookie, as a process of its own on free ports of loopback: {@code
 * PulsarStandaloneStarter} of the artifacts that {@code adapters/pulsar-broker} lists. It forces
 * what it acknowledges to the disk, as it does by default.
 */
public final class PulsarBroker implements AutoCloseable {
    private static final List<String> OPENED =
            List.of(
                    "java.base/java.lang",
                    "java.base/java.nio",
                    "java.base/java.util.zip",
                    "java.base/jdk.internal.loader",
                    "java.base/jdk.internal.misc",
                    "java.base/jdk.internal.platform",
                    "java.base/sun.nio.ch",
                    "java.management/sun.management",
                    "jdk.management/com.sun.management.internal");

    private final Path directory;
    private final int port = freePort();
    private final int adminPort = freePort();
    private final int bookiePort = freePort();

    /** Absent until the first start. */
    private volatile Process process;

    private PulsarBroker() throws IOException {
        directory = Files.createTempDirectory("vitalcore-pulsar");
        Files.writeString(directory.resolve("standalone.conf"), configuration());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(this::endWithTheTests, "pulsar-broker-end"));
        start();
    }

    /** A topic in a namespace that the store makes. */
    PulsarSettings settings(String topic, String writer) {
        return new PulsarSettings(
                URI.create("pulsar://127.0.0.1:" + port),
                URI.create("http://127.0.0.1:" + adminPort),
                topic,
                Optional.empty(),
                PulsarSettings.DEFAULT_MEMORY_LIMIT_BYTES,
                writer);
    }

    /** As {@link PulsarSettings#parse} reads it. */
    public String address(String topic) {
        return "pulsar://127.0.0.1:%d/%s?admin=http://127.0.0.1:%d"
                .formatted(port, topic, adminPort);
    }

    /** As kill -9 does it. */
    public void kill() throws IOException {
        process.destroyForcibly();
        waitForEnd();
    }

    public void startAgain() throws IOException {
        start();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        if (!waitForEnd()) {
            kill();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Where they are stopped by a signal, nobody closes it. */
    private void endWithTheTests() {
        Process left = process;
        if (left != null) {
            left.destroyForcibly();
        }
    }

    private void start() throws IOException {
        Process started =
                new ProcessBuilder(command())
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                        .start();
        process = started;
        try (HttpClient client = HttpClient.newHttpClient()) {
            Awaitility.await("Pulsar, see " + log())
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> isReady(started, client));
        }
    }

    private String configuration() {
        return """
        clusterName=standalone
        bindAddress=127.0.0.1
        advertisedAddress=127.0.0.1
        brokerServicePort=%d
        webServicePort=%d
        metadataStoreUrl=
        allowLoopback=true
        managedLedgerDefaultEnsembleSize=1
        managedLedgerDefaultWriteQuorum=1
        managedLedgerDefaultAckQuorum=1
        loadBalancerEnabled=false
        prometheusPort=0
        httpServerEnabled=false
        """
                .formatted(port, adminPort);
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:MaxDirectMemorySize=512m"));
        command.add("--enable-native-access=ALL-UNNAMED");
        OPENED.forEach(packages -> command.add("--add-opens=" + packages + "=ALL-UNNAMED"));
        Path jars = Path.of(System.getProperty("vitalcore.pulsar.broker"));
        command.addAll(List.of("-cp", Files.readString(jars).strip()));
        command.add("org.apache.pulsar.PulsarStandaloneStarter");
        command.addAll(List.of("--config", "standalone.conf", "-a", "127.0.0.1", "-nfw", "-nss"));
        command.addAll(List.of("--metadata-dir", directory.resolve("metadata").toString()));
        command.addAll(List.of("--bookkeeper-dir", directory.resolve("bookkeeper").toString()));
        command.addAll(List.of("--bookkeeper-port", Integer.toString(bookiePort)));
        return command;
    }

    private boolean isReady(Process started, HttpClient client) throws InterruptedException {
        if (!started.isAlive()) {
            throw new IllegalStateException("the broker has ended, see " + log());
        }
        URI namespaces =
                URI.create("http://127.0.0.1:" + adminPort + "/admin/v2/namespaces/public");
        try {
            return client.send(HttpRequest.newBuilder(namespaces).build(), BodyHandlers.ofString())
                    .body()
                    .contains("public/default");
        } catch (IOException e) {
            return false;
        }
    }

    private boolean waitForEnd() {
        try {
            return process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path log() {
        return directory.resolve("broker.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** One broker for all suites of the module; it ends with the last of them. */
    public static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == PulsarBroker.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(PulsarBroker.class))
                    .computeIfAbsent(PulsarBroker.class, key -> started(), PulsarBroker.class);
        }

        private static PulsarBroker started() {
            try {
                return new PulsarBroker();
            } catch (IOException e) {
                throw new IllegalStateException("Pulsar does not start", e);
            }
        }
    }
}
