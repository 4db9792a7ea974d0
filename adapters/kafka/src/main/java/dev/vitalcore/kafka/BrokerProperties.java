package dev.vitalcore.kafka;

import java.nio.file.Path;
import java.util.Properties;

/** The broker's settings with the reasons: one node, one user, little memory, loopback only. */
final class BrokerProperties {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String LOOPBACK = "127.0.0.1";
    private static final String CLIENTS = "CLIENTS";

    private BrokerProperties() {}

    static Properties of(Path data, int port, int controllerPort) {
        Properties all = new Properties();
        roles(all, port, controllerPort);
        storage(all, data);
        alone(all);
        small(all);
        return all;
    }

    private static void roles(Properties all, int port, int controllerPort) {
        String clients = CLIENTS + "://" + LOOPBACK + ":" + port;
        all.put("process.roles", "broker,controller");
        all.put("node.id", Integer.toString(NODE));
        all.put("controller.quorum.voters", NODE + "@" + LOOPBACK + ":" + controllerPort);
        all.put("controller.listener.names", CONTROLLER);
        all.put("inter.broker.listener.name", CLIENTS);
        all.put("listeners", clients + "," + CONTROLLER + "://" + LOOPBACK + ":" + controllerPort);
        all.put("advertised.listeners", clients);
        all.put(
                "listener.security.protocol.map",
                CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
    }

    private static void storage(Properties all, Path data) {
        all.put("log.dirs", data.toString());
        all.put("message.max.bytes", Integer.toString(KafkaLimits.RECORD_BYTES));
        all.put("log.segment.bytes", Integer.toString(256 * 1024 * 1024));
        // A record is acknowledged from the page cache: it survives the end of the process. Against
        // a power cut the log is forced to the disk this often; a cluster replicates instead.
        all.put("log.flush.interval.ms", "1000");
        all.put("log.flush.scheduler.interval.ms", "1000"); // looks never, unless told
        all.put("auto.create.topics.enable", "false");
    }

    /** There is no second node, so the internal topics cannot be copied. */
    private static void alone(Properties all) {
        for (String topic :
                new String[] {
                    "offsets.topic", "transaction.state.log", "share.coordinator.state.topic"
                }) {
            all.put(topic + ".replication.factor", "1");
            all.put(topic + ".num.partitions", "1");
        }
        all.put("transaction.state.log.min.isr", "1");
        all.put("share.coordinator.state.topic.min.isr", "1");
        all.put("group.initial.rebalance.delay.ms", "0");
        // After a kill the controller takes the last run for alive until its session ends, and
        // registers no broker before: the default of 9 s is too long a start. Much shorter, and a
        // starved process would lose its leaders.
        all.put("broker.session.timeout.ms", "4000");
        all.put("broker.heartbeat.interval.ms", "500");
    }

    /** Threads and buffers of a laptop; the cleaner alone would take 128 MiB. */
    private static void small(Properties all) {
        all.put("num.network.threads", "2");
        all.put("num.io.threads", "4");
        all.put("background.threads", "2");
        all.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
        all.put("log.cleaner.io.buffer.size", Integer.toString(128 * 1024));
        all.put("metric.reporters", "");
    }
}
