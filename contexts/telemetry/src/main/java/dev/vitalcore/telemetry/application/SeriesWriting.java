package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes blocks to the series store: all at once, or one by one where it cannot take one of them.
 */
final class SeriesWriting {
    private SeriesWriting() {}

    /**
     * A block that the store can never take.
     *
     * @param index in the list
     */
    record Unusable(int index, Fault why) {}

    /**
     * @return those that are not kept
     * @throws Fault when the store fails for a reason that does not lie in a block
     */
    static List<Unusable> write(SeriesStore store, List<TelemetryBlock> blocks) {
        if (blocks.isEmpty()) {
            return List.of();
        }
        try {
            store.write(blocks);
            return List.of();
        } catch (Fault refused) {
            requireUnusable(refused);
            return oneByOne(store, blocks);
        }
    }

    private static List<Unusable> oneByOne(SeriesStore store, List<TelemetryBlock> blocks) {
        List<Unusable> unusable = new ArrayList<>();
        for (int index = 0; index < blocks.size(); index++) {
            try {
                store.write(List.of(blocks.get(index)));
            } catch (Fault refused) {
                requireUnusable(refused);
                unusable.add(new Unusable(index, refused));
            }
        }
        return unusable;
    }

    /** All else is tried again. */
    private static void requireUnusable(Fault fault) {
        if (fault.kind() != Fault.Kind.USER) {
            throw fault;
        }
    }
}
