package dev.vitalcore.gateway.live;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.gateway.json.JsonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The newest that is known of a car. Written by the hub's reading thread for every block, so that
 * path works on primitive arrays: one value a channel a block, and rows only of traced channels.
 * Thread-safe by its own lock, held for microseconds.
 */
final class LiveCar {
    /** A car that changes its layout again and again must not fill the memory. */
    private static final int MOST_CHANNELS = 8192;

    private static final int MOST_LAYOUTS = 64;
    private static final int UNKNOWN = -1;

    private final Map<String, Integer> slotsByName = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** The names as they begin a JSON member, escaped once. */
    private final List<String> members = new ArrayList<>();

    private final IdentityHashMap<Layout, int[][]> slotsByLayout = new IdentityHashMap<>();
    private double[] latest = new double[16];
    private long[] latestNanos = new long[16];

    /** Of the car when the channel changed last. */
    private long[] versions = new long[16];

    private @Nullable TraceRing[] rings = new @Nullable TraceRing[16];
    private Set<String> traced = Set.of();
    private long version;
    private long newestNanos = Long.MIN_VALUE;
    private String values = "{}";
    private long valuesVersion;
    private long touchedAt;

    /**
     * Takes what is newer than what is known; late rows change nothing.
     *
     * @param now of the caller's monotonic clock, for {@link #touchedAt()}
     */
    synchronized void take(TelemetryBlock block, long now) {
        touchedAt = now;
        int[][] slots = slotsOf(block.layout());
        long next = version + 1;
        boolean news = false;
        for (int group = 0; group < slots.length; group++) {
            Rows rows = block.rows().get(group);
            for (int channel = 0; channel < slots[group].length; channel++) {
                int slot = slots[group][channel];
                if (slot != UNKNOWN && rows.size() > 0) {
                    boolean newer = takeColumn(slot, rows.times(), rows.columns().get(channel));
                    if (newer) {
                        versions[slot] = next;
                    }
                    news |= newer;
                }
            }
        }
        if (news) {
            version = next;
        }
    }

    /** Traces these channels from now on and no others. */
    synchronized void trace(Set<String> channels) {
        traced = channels;
        for (int slot = 0; slot < names.size(); slot++) {
            if (!traced.contains(names.get(slot))) {
                rings[slot] = null;
            } else if (rings[slot] == null) {
                rings[slot] = new TraceRing();
            }
        }
    }

    /** Event time of the newest sample; {@code Long.MIN_VALUE} before the first. */
    synchronized long newestNanos() {
        return newestNanos;
    }

    /** When the last block came, on the clock given to {@link #take}. */
    synchronized long touchedAt() {
        return touchedAt;
    }

    /** All latest values as a JSON object, and the version of the car that they belong to. */
    synchronized Values values() {
        if (valuesVersion != version) {
            values = writeValues();
            valuesVersion = version;
        }
        return new Values(values, version, newestNanos);
    }

    /** What changed after a version of the car, each with its own time. */
    synchronized Changes changesSince(long seen) {
        List<Value> changed = new ArrayList<>(names.size());
        for (int slot = 0; slot < names.size(); slot++) {
            if (versions[slot] > seen && !Double.isNaN(latest[slot])) {
                changed.add(new Value(names.get(slot), latestNanos[slot], latest[slot]));
            }
        }
        return new Changes(changed, version, newestNanos);
    }

    /** Samples of a traced channel after the position; empty where it is not traced. */
    synchronized Trace traceFrom(String channel, long position) {
        Integer slot = slotsByName.get(channel);
        TraceRing ring = slot == null ? null : rings[slot];
        if (ring == null) {
            return Trace.NONE;
        }
        return new Trace(ring.from(position), ring.end());
    }

    private boolean takeColumn(int slot, long[] times, Column column) {
        TraceRing ring = rings[slot];
        if (ring != null) {
            for (int row = 0; row < times.length; row++) {
                ring.add(times[row], column.valueAt(row));
            }
        }
        // Sparse columns are absent in most rows: go back to the newest value that is there.
        for (int row = times.length - 1; row >= 0 && times[row] > latestNanos[slot]; row--) {
            double value = column.valueAt(row);
            if (!Double.isNaN(value)) {
                latest[slot] = value;
                latestNanos[slot] = times[row];
                newestNanos = Math.max(newestNanos, times[row]);
                return true;
            }
        }
        return false;
    }

    /** Equal layouts are the same object (the codec interns them), so identity finds them. */
    private int[][] slotsOf(Layout layout) {
        int[][] known = slotsByLayout.get(layout);
        if (known != null) {
            return known;
        }
        int[][] slots = new int[layout.groups().size()][];
        for (int group = 0; group < slots.length; group++) {
            slots[group] = slotsOf(layout.groups().get(group));
        }
        if (slotsByLayout.size() >= MOST_LAYOUTS) {
            slotsByLayout.clear();
        }
        slotsByLayout.put(layout, slots);
        return slots;
    }

    private int[] slotsOf(RateGroup group) {
        int[] slots = new int[group.channels().size()];
        for (int channel = 0; channel < slots.length; channel++) {
            slots[channel] = slotOf(group.channels().get(channel));
        }
        return slots;
    }

    private int slotOf(ChannelSpec channel) {
        Integer known = slotsByName.get(channel.name());
        if (known != null) {
            return known;
        }
        int slot = names.size();
        if (slot >= MOST_CHANNELS) {
            return UNKNOWN;
        }
        if (slot == latest.length) {
            latest = Arrays.copyOf(latest, slot * 2);
            latestNanos = Arrays.copyOf(latestNanos, slot * 2);
            versions = Arrays.copyOf(versions, slot * 2);
            rings = Arrays.copyOf(rings, slot * 2);
        }
        latest[slot] = Double.NaN;
        latestNanos[slot] = Long.MIN_VALUE;
        rings[slot] = traced.contains(channel.name()) ? new TraceRing() : null;
        names.add(channel.name());
        members.add(member(channel.name()));
        slotsByName.put(channel.name(), slot);
        return slot;
    }

    private static String member(String name) {
        StringBuilder out = new StringBuilder();
        JsonText.string(out, name);
        return out.append(':').toString();
    }

    private String writeValues() {
        StringBuilder out = new StringBuilder(names.size() * 24 + 2).append('{');
        for (int slot = 0; slot < names.size(); slot++) {
            if (!Double.isNaN(latest[slot])) {
                if (out.length() > 1) {
                    out.append(',');
                }
                out.append(members.get(slot));
                JsonText.number(out, latest[slot]);
            }
        }
        return out.append('}').toString();
    }

    /**
     * @param json shared by all clients that ask within one version
     * @param newestNanos event time of the newest of them
     */
    record Values(String json, long version, long newestNanos) {}

    /** The newest value of a channel. */
    record Value(String channel, long nanos, double value) {}

    /**
     * @param version to go on from
     * @param newestNanos event time of the newest sample of the car
     */
    record Changes(List<Value> values, long version, long newestNanos) {}

    /**
     * @param end the position to go on from
     */
    record Trace(TraceRing.Piece piece, long end) {
        static final Trace NONE = new Trace(new TraceRing.Piece(new long[0], new double[0]), 0);
    }
}
