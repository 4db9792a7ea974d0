package dev.vitalcore.platform.log;

/**
 * One record as read.
 *
 * @param recordedNanos when the log took it, nanoseconds since the epoch
 */
public record LogRecord(
        String topic, int partition, long offset, String key, byte[] value, long recordedNanos) {}
