package dev.vitalcore.kafka;

import dev.vitalcore.kernel.Fault;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker in this process (KRaft, broker and controller in one), for a laptop. Listens on
 * the loopback address only. What it acknowledged survives the end of the process at any moment; a
 * power cut may cost the last second.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    private final BrokerDirectory directory;
    private final int port;
    private final KafkaRaftServer server;
    private final Consumer<Fault> whenFailed;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedKafka(
            BrokerDirectory directory,
            int port,
            KafkaRaftServer server,
            Consumer<Fault> whenFailed) {
        this.directory = directory;
        this.port = port;
        this.server = server;
        this.whenFailed = whenFailed;
    }

    /**
     * Starts the broker; returns when it serves.
     *
     * @param whenFailed told when the broker gives up later, e.g. because the disk is full; called
     *     on a thread of the broker, which must not be waited for
     * @throws Fault (conflict) when another process uses the directory; (unavailable) when the port
     *     is taken, the disk is full or the data cannot be read
     */
    public static EmbeddedKafka start(EmbeddedKafkaSettings settings, Consumer<Fault> whenFailed) {
        BrokerDirectory directory = BrokerDirectory.open(settings.directory());
        try {
            int port = choosePort(settings.port(), directory);
            Properties properties =
                    BrokerProperties.of(directory.data(), port, LoopbackPorts.anyFree());
            if (!directory.isFormatted()) {
                format(directory);
            }
            BrokerExits.listen(whenFailed);
            KafkaRaftServer server =
                    new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
            EmbeddedKafka broker = new EmbeddedKafka(directory, port, server, whenFailed);
            broker.startup();
            directory.rememberPort(port);
            return broker;
        } catch (RuntimeException e) {
            BrokerExits.forget(whenFailed);
            directory.close();
            throw e instanceof Fault fault ? fault : startFault(settings, e);
        }
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /**
     * Stops in good order; returns when the data is closed and on the disk.
     *
     * @throws Fault (unavailable) when it cannot be brought to the disk
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                server.shutdown();
                server.awaitShutdown();
                requireClosedWell();
            } finally {
                BrokerExits.forget(whenFailed);
                directory.close();
            }
        }
    }

    /** Kafka swallows what fails while it stops. */
    private void requireClosedWell() {
        if (!directory.isClosedWell()) {
            throw Fault.unavailable(
                    "broker-not-closed",
                    "the broker could not close the log in " + directory.data(),
                    "see the log of the program for Kafka's reason; the next start reads the log's"
                            + " newest part anew");
        }
    }

    private void startup() {
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    /**
     * A port that the user chose must be free. One that we chose is only kept for convenience, so
     * another takes its place when it is not.
     */
    private static int choosePort(OptionalInt chosen, BrokerDirectory directory) {
        if (chosen.isPresent()) {
            LoopbackPorts.requireFree(chosen.getAsInt());
            return chosen.getAsInt();
        }
        OptionalInt last = directory.lastPort();
        if (last.isEmpty()) {
            return LoopbackPorts.anyFree();
        }
        if (LoopbackPorts.isFree(last.getAsInt())) {
            return last.getAsInt();
        }
        LOG.atWarn()
                .setMessage("the log's last port is taken, another is used")
                .addKeyValue("port", last.getAsInt())
                .log();
        return LoopbackPorts.anyFree();
    }

    private static void format(BrokerDirectory directory) {
        try (PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerProperties.NODE)
                    .setControllerListenerName(BrokerProperties.CONTROLLER)
                    .setMetadataLogDirectory(directory.data().toString())
                    .addDirectory(directory.data().toString())
                    .run();
        } catch (Exception e) { // Kafka's signature
            throw Fault.unavailable(
                    "log-not-made",
                    "the log cannot be made in " + directory.data() + "; " + e,
                    "see that the directory can be written, and remove it when it is half made",
                    e);
        }
    }

    private static Fault startFault(EmbeddedKafkaSettings settings, RuntimeException e) {
        return Fault.unavailable(
                "broker-not-started",
                "the broker did not start on the log in " + settings.directory() + "; " + e,
                "see the log of the program for Kafka's reason; restore the directory when its data is"
                        + " damaged",
                e);
    }
}
