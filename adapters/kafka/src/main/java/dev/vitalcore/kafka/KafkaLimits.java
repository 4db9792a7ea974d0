package dev.vitalcore.kafka;

import java.time.Duration;

/** Sizes that broker, topics, producers and consumers must agree on. */
final class KafkaLimits {
    /** The largest value; the wire format has the same limit. */
    static final int VALUE_BYTES = 16 * 1024 * 1024;

    /** The largest record: a value with its key and what the log writes round it. */
    static final int RECORD_BYTES = VALUE_BYTES + 64 * 1024;

    /** How long one question to the cluster may take. */
    static final Duration ASKING = Duration.ofSeconds(10);

    private KafkaLimits() {}
}
