package dev.vitalcore.simulation.race;

import dev.vitalcore.simulation.circuit.Circuit;

/**
 * The pit lane beside the main straight, on the inside of the circuit. Distances from the line,
 * negative before it.
 */
final class PitLane {
    static final double ENTRY_M = -430;
    static final double EXIT_M = 330;

    /** Where the limit of speed begins and ends. */
    static final double LIMIT_FROM_M = -330;

    static final double LIMIT_TO_M = 230;

    /** 60 km/h. */
    static final double LIMIT = 60 / 3.6;

    private static final double BESIDE_EDGE_M = 14;
    private static final double FIRST_BOX_M = -210;
    private static final double BOX_M = 10;

    private final Circuit circuit;
    private final double side;

    PitLane(Circuit circuit) {
        this.circuit = circuit;
        double turned = 0;
        for (double metres = 0; metres < circuit.length(); metres++) {
            turned += circuit.curvature(metres);
        }
        side = Math.signum(turned);
    }

    /** From the line, between minus and plus half a lap. */
    double fromLine(double metres) {
        double within = circuit.within(metres);
        return within > circuit.length() / 2 ? within - circuit.length() : within;
    }

    /** Metres beside the centre line. */
    double offset(double metres) {
        return side * (circuit.width(metres) / 2 + BESIDE_EDGE_M);
    }

    /** From the line. */
    double box(int car) {
        return FIRST_BOX_M + BOX_M * car;
    }
}
