package dev.vitalcore.kafka;

import java.time.Duration;

/**
 * How the log is reached.
 *
 * @param bootstrapServers addresses of brokers, {@code host:port} separated by commas
 * @param appendLimit for how long the call may block, and then again for how long the record may be
 *     on its way, retries included: an append fails after twice this time at the latest. It blocks
 *     while the buffer is full, and while the client does not know where the topic is: at the first
 *     append to it, and when the log is out of reach at that time
 * @param sendBufferBytes records on their way
 * @param retryPause how long a reader waits before it gives a failed batch again
 */
public record KafkaEventLogSettings(
        String bootstrapServers, Duration appendLimit, long sendBufferBytes, Duration retryPause) {
    public KafkaEventLogSettings {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException(
                    "the log needs the address of a broker, e.g. localhost:9092");
        }
        if (appendLimit.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException(
                    "append limit " + appendLimit + " is too short: at least 100 ms");
        }
        if (sendBufferBytes < KafkaLimits.RECORD_BYTES) {
            throw new IllegalArgumentException(
                    "a send buffer of "
                            + sendBufferBytes
                            + " bytes cannot hold the largest record: at least "
                            + KafkaLimits.RECORD_BYTES);
        }
    }

    /** What suits a laptop as well as a cluster. */
    public static KafkaEventLogSettings at(String bootstrapServers) {
        return new KafkaEventLogSettings(
                bootstrapServers, Duration.ofSeconds(30), 64L * 1024 * 1024, Duration.ofSeconds(1));
    }

    KafkaEventLogSettings withAppendLimit(Duration limit) {
        return new KafkaEventLogSettings(bootstrapServers, limit, sendBufferBytes, retryPause);
    }

    KafkaEventLogSettings withRetryPause(Duration pause) {
        return new KafkaEventLogSettings(bootstrapServers, appendLimit, sendBufferBytes, pause);
    }
}
