package dev.vitalcore.streams;

/**
 * A record on its way to the log. Events leave the timing operator encoded: their type is sealed,
 * which Flink could only carry through Kryo. The record names its topic, so that events and dead
 * letters share one producer a task.
 *
 * <p>Public because Flink serialises records only as long as they are public; not part of the API.
 */
public record KeyedRecord(String topic, String key, byte[] value) {}
