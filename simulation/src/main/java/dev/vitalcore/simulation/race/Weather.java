package dev.vitalcore.simulation.race;

import java.util.SplittableRandom;

/** One shower or none, and what it does to air and road. */
final class Weather {
    private static final double RISE_S = 90;

    /** How fast the road becomes wet under full rain, and dries without, a second. */
    private static final double WETTING = 0.006;

    private static final double DRYING = 0.0016;

    private final double from;
    private final double until;
    private final double strength;
    private final double dryAir;
    private double wetness;
    private double rain;

    /**
     * @param length of the race as planned, s
     */
    Weather(double length, SplittableRandom random) {
        boolean showers = random.nextDouble() < 0.6;
        from = showers ? length * (0.35 + 0.3 * random.nextDouble()) : Double.MAX_VALUE;
        until = from + length * (0.08 + 0.12 * random.nextDouble());
        strength = 0.25 + 0.6 * random.nextDouble();
        dryAir = 17 + 9 * random.nextDouble();
    }

    void advance(double time, double seconds) {
        double rising = Math.clamp((time - from) / RISE_S, 0, 1);
        double falling = Math.clamp((until - time) / RISE_S, 0, 1);
        rain = strength * Math.min(rising, falling);
        wetness = Math.clamp(wetness + seconds * (WETTING * rain - DRYING * wetness), 0, 1);
    }

    /** Of the road, 0 to 1. */
    double wetness() {
        return wetness;
    }

    /** Its strength, 0 to 1. */
    double rain() {
        return rain;
    }

    /** °C. */
    double air() {
        return dryAir - 4 * rain;
    }

    /** °C. */
    double road() {
        return dryAir + 11 - 14 * wetness;
    }
}
