package dev.vitalcore.simulation.circuit;

/**
 * The pieces of a lap that the marshal posts watch, as even as can be, from the line on.
 *
 * @param length of the lap, m
 * @param count of them
 */
public record MarshalSectors(double length, int count) {
    /** A post sees about so far, m. */
    private static final double ABOUT_M = 300;

    private static final int FEWEST = 12;
    private static final int MOST = 18;

    static MarshalSectors of(double length) {
        return new MarshalSectors(length, Math.clamp(Math.round(length / ABOUT_M), FEWEST, MOST));
    }

    /**
     * The sector of a place, from 1.
     *
     * @param metres along the centre line, within a lap
     */
    public int at(double metres) {
        return Math.min(count, 1 + (int) (metres / length * count));
    }

    /** Where it ends, metres from the line along the centre line. */
    public double ends(int sector) {
        return sector * length / count;
    }

    /** The one that a car comes to. */
    public int after(int sector) {
        return sector % count + 1;
    }

    /** The one that a car comes from. */
    public int before(int sector) {
        return sector == 1 ? count : sector - 1;
    }
}
