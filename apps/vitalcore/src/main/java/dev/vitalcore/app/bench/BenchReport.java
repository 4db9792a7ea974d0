package dev.vitalcore.app.bench;

/**
 * What was measured.
 *
 * @param samplesPerS taken, processed, stored and shown without a growing backlog; where the
 *     backlog grew, what was offered
 * @param latencyMs age of a sample when a live client has it, from the instant it was taken (the
 *     time it waits for its block to fill included)
 * @param lost samples acknowledged and not found in the store
 * @param duplicated samples found in the store more often than sent
 * @param backlogGrowing whether any reader or uplink fell behind steadily
 * @param rssMb resident memory of the process, load generator and live client included
 * @param cpuCores processor time over wall time, load generator and live client included
 * @param diskBytesPerSample log, series store, views and checkpoints together, over all samples
 *     since the platform was made: the engines give back what they do not need when they like
 */
public record BenchReport(
        int cars,
        int channels,
        double rateHz,
        double seconds,
        long samplesPerS,
        Latency latencyMs,
        long lost,
        long duplicated,
        boolean backlogGrowing,
        double drainS,
        long rssMb,
        double cpuCores,
        double diskBytesPerSample) {
    /** Percentiles, milliseconds. */
    public record Latency(double p50, double p99, double p999, double max) {}
}
