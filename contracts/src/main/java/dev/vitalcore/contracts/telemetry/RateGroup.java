package dev.vitalcore.contracts.telemetry;

import java.util.List;

/**
 * Channels that are sampled at the same instants: one row of values an instant.
 *
 * @param channels the columns, in order; at least one
 * @param periodNanos the nominal time between rows; 0 where rows come irregularly
 */
public record RateGroup(List<ChannelSpec> channels, long periodNanos) {
    public RateGroup {
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a rate group needs at least one channel");
        }
        if (periodNanos < 0) {
            throw new IllegalArgumentException(
                    "period " + periodNanos + " ns is negative; use 0 for irregular rows");
        }
    }
}
