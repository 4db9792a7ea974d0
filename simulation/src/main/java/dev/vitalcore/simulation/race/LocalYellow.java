package dev.vitalcore.simulation.race;

import dev.vitalcore.contracts.telemetry.Trackside.SectorFlag;
import dev.vitalcore.simulation.circuit.Circuit;
import dev.vitalcore.simulation.circuit.MarshalSectors;
import java.util.function.IntFunction;

/**
 * How drivers meet the yellow flag of a marshal sector: they lift before it, the more where two are
 * shown, and keep their positions until its end (FIA International Sporting Code, Appendix H,
 * 2.5.5).
 */
final class LocalYellow {
    /** So far before a sector its flag is seen and obeyed. */
    static final double APPROACH_M = 150;

    /** Two flags: be prepared to stop. Share of the speed under one. */
    private static final double UNDER_TWO = 0.75;

    private final Circuit circuit;
    private final MarshalSectors sectors;
    private final IntFunction<SectorFlag> flags;

    /**
     * @param flags what is shown in a marshal sector
     */
    LocalYellow(Circuit circuit, IntFunction<SectorFlag> flags) {
        this.circuit = circuit;
        this.flags = flags;
        sectors = circuit.marshalSectors();
    }

    /**
     * Share of his free speed at which a driver passes a place.
     *
     * @param lift that share under a single yellow flag
     */
    double share(double metres, double lift) {
        double within = circuit.within(metres);
        int sector = sectors.at(within);
        double here = share(flags.apply(sector), lift);
        double next = share(flags.apply(sectors.after(sector)), lift);
        double toNext = sectors.ends(sector) - within;
        return next < here && toNext < APPROACH_M
                ? next + (here - next) * toNext / APPROACH_M
                : here;
    }

    private static double share(SectorFlag flag, double lift) {
        return switch (flag) {
            case CLEAR, SLIPPERY -> 1;
            case YELLOW -> lift;
            case DOUBLE_YELLOW -> lift * UNDER_TWO;
        };
    }

    /** Whether a car there has to keep its position: in the sector, or close before it. */
    boolean holds(double metres) {
        return isYellow(metres) || isYellow(metres + APPROACH_M);
    }

    private boolean isYellow(double metres) {
        return switch (flags.apply(sectors.at(circuit.within(metres)))) {
            case YELLOW, DOUBLE_YELLOW -> true;
            case CLEAR, SLIPPERY -> false;
        };
    }
}
