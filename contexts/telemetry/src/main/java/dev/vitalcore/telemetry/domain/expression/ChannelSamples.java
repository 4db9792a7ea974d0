package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.contracts.telemetry.Course;

/**
 * The samples of a channel in a range.
 *
 * @param course from one sample to the next
 * @param periodNanos between samples; 0 where they come irregularly
 * @param times nanoseconds since the epoch, ascending; as long as the values
 */
public record ChannelSamples(
        String name, Course course, long periodNanos, long[] times, double[] values) {}
