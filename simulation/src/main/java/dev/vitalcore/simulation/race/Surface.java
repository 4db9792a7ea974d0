package dev.vitalcore.simulation.race;

import dev.vitalcore.simulation.circuit.Circuit;
import java.util.ArrayList;
import java.util.List;

/** What lies on the road, oil or debris, and the grip that it costs. */
final class Surface {
    /** Over so many metres before and behind it the grip falls and comes back. */
    private static final double EDGE_M = 12;

    /** More at once than marshals would let a race go on with; the oldest goes first. */
    private static final int MOST = 8;

    /** What a car may leave. */
    enum Matter {
        /** Under cement dust, but still oil. */
        OIL(0.20, 6),
        DEBRIS(0.09, 3);

        private final double loss;
        private final int laps;

        Matter(double loss, int laps) {
            this.loss = loss;
            this.laps = laps;
        }
    }

    /**
     * Something on the road.
     *
     * @param from metres from the line along the centre line
     * @param length m
     * @param goneInLap of the leader
     */
    record Spill(Matter matter, double from, double length, int goneInLap) {}

    private final Circuit circuit;
    private final List<Spill> spills = new ArrayList<>();
    private int changes;

    Surface(Circuit circuit) {
        this.circuit = circuit;
    }

    void lay(Matter matter, double from, double length, int leadersLap) {
        if (spills.size() == MOST) {
            spills.removeFirst();
        }
        spills.add(new Spill(matter, circuit.within(from), length, leadersLap + matter.laps));
        changes++;
    }

    /** The marshals' brooms: what has lain long enough is gone. */
    void sweep(int leadersLap) {
        if (spills.removeIf(spill -> leadersLap >= spill.goneInLap())) {
            changes++;
        }
    }

    /** Of the grip of the clean road, 0 to 1. */
    double grip(double metres) {
        double grip = 1;
        for (Spill spill : spills) {
            double beyond = circuit.within(metres - spill.from() + EDGE_M) - EDGE_M;
            double off = beyond < 0 ? -beyond : Math.max(0, beyond - spill.length());
            grip = Math.min(grip, 1 - spill.matter().loss * Math.max(0, 1 - off / EDGE_M));
        }
        return grip;
    }

    /** How often it has changed: drivers think again. */
    int changes() {
        return changes;
    }

    List<Spill> spills() {
        return List.copyOf(spills);
    }
}
