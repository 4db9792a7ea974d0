package dev.vitalcore.simulation.car;

import dev.vitalcore.contracts.telemetry.TyreCompound;

/** What a tyre is made for. */
public enum Compound {
    SOFT(TyreCompound.SOFT, 1.018, 88, 1 / 16.0),
    MEDIUM(TyreCompound.MEDIUM, 1.0, 92, 1 / 26.0),
    HARD(TyreCompound.HARD, 0.985, 97, 1 / 42.0),
    WET(TyreCompound.WET, 0.86, 55, 1 / 30.0);

    private static final double TOO_COLD_OR_HOT = 0.10;
    private static final double WINDOW_CELSIUS = 45;

    private final TyreCompound standard;
    private final double peak;
    private final double bestCelsius;
    private final double wearALap;

    Compound(TyreCompound standard, double peak, double bestCelsius, double wearALap) {
        this.standard = standard;
        this.peak = peak;
        this.bestCelsius = bestCelsius;
        this.wearALap = wearALap;
    }

    /** As the channel {@code tyre_compound} says it. */
    public int code() {
        return standard.code();
    }

    /** Share of its life that a hard lap of five kilometres takes. */
    double wearALap() {
        return wearALap;
    }

    /**
     * What the tyre makes of the car's friction.
     *
     * @param celsius of its core
     * @param wear from 0, new, to 1, worn out
     * @param wetness of the road, from 0 to 1
     */
    double grip(double celsius, double wear, double wetness) {
        double off = Math.min(1.6, Math.abs(celsius - bestCelsius) / WINDOW_CELSIUS);
        double warm = 1 - TOO_COLD_OR_HOT * off * off;
        double worn = 1 - 0.045 * wear - 0.6 * Math.max(0, wear - 0.85);
        double wet = this == WET ? 1 + 0.04 * wetness : 1 - 0.38 * wetness;
        return peak * warm * worn * wet;
    }
}
