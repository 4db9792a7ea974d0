package dev.vitalcore.app.bench.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured: medians of some rounds, in which stores and bare engines took turns, all with
 * commits forced to the disk, batches of the same size and rows of the same width.
 *
 * @param batch events of one append where they are appended together
 * @param payloadBytes of each event
 */
public record EventBenchReport(
        int batch, int rounds, int payloadBytes, List<Store> stores, List<Recall> states) {
    /**
     * One store. Rates are events a second.
     *
     * @param single one event an append, one appender
     * @param concurrent one event an append, {@code appenders} at the same time on streams of their
     *     own
     * @param raw what the bare engine does; null where there is nothing to compare with
     */
    public record Store(
            String name,
            double single,
            double batched,
            int appenders,
            double concurrent,
            @Nullable Raw raw) {}

    /**
     * Plain inserts of the same rows into the same tables.
     *
     * @param singleRatio the median over the rounds of the store's rate by this one
     */
    public record Raw(double single, double batched, double singleRatio, double batchedRatio) {}

    /**
     * What it takes to know the state of a session that nobody has asked for yet, in milliseconds.
     *
     * @param decisions about it
     * @param folded from all of them
     * @param recalled from a snapshot at the last one
     */
    public record Recall(int decisions, double folded, double recalled) {}
}
