package dev.vitalcore.app.bench.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured: the median of some rounds, in which store and bare engine took turns.
 *
 * @param batch events of one append where they are appended together
 */
public record EventBenchReport(int batch, int rounds, List<Store> stores) {
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
     * @param singleRatio the store's rate by this one
     */
    public record Raw(double single, double batched, double singleRatio, double batchedRatio) {}
}
