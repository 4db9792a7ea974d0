package dev.vitalcore.edge.block;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was mended while reading: each kind once, with its count and first position. */
public final class Warnings {
    private static final int KINDS_LIMIT = 64;

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    /**
     * Counts one mend.
     *
     * @param kind what was found and done, a text that does not change from one case to the next
     */
    public void count(String kind, String position) {
        Tally tally = tallies.get(kind);
        if (tally != null) {
            tally.count++;
        } else if (tallies.size() < KINDS_LIMIT) {
            tallies.put(kind, new Tally(position));
        }
    }

    /** Counts several mends at once. */
    public void count(String kind, long times, String position) {
        count(kind, position);
        Tally tally = tallies.get(kind);
        if (tally != null) {
            tally.count += times - 1;
        }
    }

    /** States something about the recording as a whole. */
    public void state(String text) {
        count(text, "");
    }

    public List<String> list() {
        return tallies.entrySet().stream()
                .map(entry -> entry.getValue().describe(entry.getKey()))
                .toList();
    }

    private static final class Tally {
        private final String first;
        private long count = 1;

        Tally(String first) {
            this.first = first;
        }

        String describe(String kind) {
            if (first.isEmpty()) {
                return kind;
            }
            return kind + ": " + count + (count == 1 ? " time, at " : " times, first at ") + first;
        }
    }
}
