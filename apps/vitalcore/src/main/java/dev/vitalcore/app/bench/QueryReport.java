package dev.vitalcore.app.bench;

/**
 * How long answers took, over HTTP and with the reading of their JSON.
 *
 * @param seriesByTime one channel of one lap, {@value Queries#POINTS} points
 * @param seriesByDistance the same by distance round the lap
 * @param overlay two laps of two cars with their delta
 */
public record QueryReport(Times seriesByTime, Times seriesByDistance, Times overlay) {
    /**
     * Milliseconds.
     *
     * @param first of the first request of its kind, which nobody warmed up for
     */
    public record Times(int requests, double first, double p50, double p95, double max) {}
}
