package dev.vitalcore.platform.log;

/** Where a record stands. */
public record LogPosition(String topic, int partition, long offset) {}
