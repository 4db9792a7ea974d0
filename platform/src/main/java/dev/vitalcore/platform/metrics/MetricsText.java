package dev.vitalcore.platform.metrics;

/** All meters in the form in which they are collected. Thread-safe. */
public interface MetricsText {
    String contentType();

    String scrape();
}
