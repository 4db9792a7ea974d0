package dev.vitalcore.telemetry.domain;

/**
 * The event times of one rate group in the newest block that had rows of it.
 *
 * @param sequence number of that block
 */
public record GroupSpan(long sequence, long firstNanos, long lastNanos) {}
