package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore;
import dev.vitalcore.platform.series.SeriesStore.Series;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One question to a store for channels of which some are calculated. What channels are calculated
 * from is read apart from what is recorded, which would else be read as far around the range as the
 * farthest looking of them needs.
 */
final class MathRead {
    private final SeriesStore recorded;
    private final EntryId entry;
    private final long from;
    private final long to;
    private final Map<String, Series> found = new HashMap<>();

    /** Values that may yet be in memory. */
    private long room;

    /**
     * @param room values that may be in memory at a time
     */
    MathRead(SeriesStore recorded, EntryId entry, long from, long to, long room) {
        this.recorded = recorded;
        this.entry = entry;
        this.from = from;
        this.to = to;
        this.room = room;
    }

    /** All at once, or where that is too much in halves. */
    void calculate(EntryFormulas formulas, List<String> names) {
        MathReading reading = new MathReading(formulas, names);
        long[] range = reading.range(from, to);
        int rows = Math.clamp(room / names.size(), 1, Integer.MAX_VALUE);
        List<Series> inputs;
        try {
            inputs = recorded.read(entry, reading.inputs(), range[0], range[1], reading.rows(rows));
        } catch (Fault refused) {
            if (!refused.code().equals(SeriesStore.TOO_MANY_ROWS)) {
                throw refused;
            }
            if (names.size() == 1) {
                throw range[1] - range[0] > 2 * (to - from)
                        ? looksTooFar(names.getFirst(), range, refused)
                        : refused;
            }
            calculate(formulas, names.subList(0, names.size() / 2));
            calculate(formulas, names.subList(names.size() / 2, names.size()));
            return;
        }
        keep(reading.answer(inputs, from, to));
    }

    void keep(List<Series> series) {
        for (Series one : series) {
            found.put(one.spec().name(), one);
            room -= one.times().length;
        }
    }

    Series found(String name) {
        return Objects.requireNonNull(found.get(name), name);
    }

    private Fault looksTooFar(String name, long[] range, Fault refused) {
        double seconds = EpochNanos.toSeconds(range[1] - range[0] - (to - from));
        return Fault.user(
                refused.code(),
                "channel '"
                        + name
                        + "' looks "
                        + Math.round(seconds)
                        + " s around each moment: "
                        + refused.text(),
                "leave '" + name + "' out, or give its filters less time",
                refused);
    }
}
