package dev.vitalcore.app.bench.projections;

/**
 * What was measured. Rates are events a second.
 *
 * @param events in the store
 * @param build of the view while nothing is there yet, the code still cold
 * @param rebuild beside the live view: from asking for it until queries see it
 * @param following what is appended in batches until queries see it, appending included
 * @param visibleMillis from the append of one event until queries see it, the median
 * @param query one row by its key, microseconds, the median
 */
public record ProjectionBenchReport(
        int events,
        double build,
        double rebuild,
        double following,
        double visibleMillis,
        double query) {}
