package dev.vitalcore.simulation.car;

import java.util.Arrays;

/**
 * Four tyres: front left, front right, rear left, rear right. Work heats the surface, the surface
 * the core; air cools both. Work wears.
 */
public final class TyreSet {
    public static final int WHEELS = 4;

    /** New tyres come from the blankets of the garage, °C. */
    private static final double FITTED_CELSIUS = 65;

    private static final double COLD_BAR = 1.45;
    private static final double KELVIN = 273.15;
    private static final double FITTED_KELVIN = FITTED_CELSIUS + KELVIN;
    private static final double HEATING = 0.27;
    private static final double INTO_CORE = 0.045;
    private static final double CORE_COOLING = 0.0035;
    private static final double SURFACE_COOLING = 0.030;
    private static final double COOLING_BY_SPEED = 0.0012;

    /** Work of a hard lap of five kilometres: the mean of usage squared times speed, times time. */
    private static final double WORK_OF_A_LAP = 1_900;

    private final Compound compound;
    private final double[] surface = new double[WHEELS];
    private final double[] core = new double[WHEELS];
    private final double[] wear = new double[WHEELS];
    private final double[] lost = new double[WHEELS];

    public TyreSet(Compound compound) {
        this.compound = compound;
        Arrays.fill(surface, FITTED_CELSIUS);
        Arrays.fill(core, FITTED_CELSIUS);
    }

    /**
     * @param usage share of the grip that is used, 0 to 1
     * @param speed m/s
     * @param loads how the car's weight lies on the wheels
     * @param air its temperature, °C
     * @param seconds for how long
     */
    public void work(double usage, double speed, WheelLoads loads, double air, double seconds) {
        for (int wheel = 0; wheel < WHEELS; wheel++) {
            double work = usage * usage * speed * loads.on(wheel) * WHEELS;
            double cooling = SURFACE_COOLING + COOLING_BY_SPEED * speed;
            double toCore = surface[wheel] - core[wheel];
            surface[wheel] +=
                    seconds
                            * (HEATING * work
                                    - INTO_CORE * toCore
                                    - cooling * (surface[wheel] - air));
            core[wheel] += seconds * (INTO_CORE * toCore - CORE_COOLING * (core[wheel] - air));
            wear[wheel] += seconds * work / WORK_OF_A_LAP * compound.wearALap();
        }
    }

    /** One of them loses its air. */
    public void puncture(int wheel) {
        lost[wheel] = 0.02;
    }

    /** The leak goes on. */
    public void leak(double seconds) {
        for (int wheel = 0; wheel < WHEELS; wheel++) {
            lost[wheel] = lost[wheel] > 0 ? Math.min(0.95, lost[wheel] + 0.05 * seconds) : 0;
        }
    }

    /** Whether one of them is flat or becoming so. */
    public boolean punctured() {
        return Arrays.stream(lost).anyMatch(share -> share > 0);
    }

    /** What all four together make of the car's friction. */
    public double grip(double wetness) {
        double sum = 0;
        for (int wheel = 0; wheel < WHEELS; wheel++) {
            sum += compound.grip(core[wheel], wear[wheel], wetness) * (1 - 0.45 * lost[wheel]);
        }
        return sum / WHEELS;
    }

    public Compound compound() {
        return compound;
    }

    /** °C. */
    public double surface(int wheel) {
        return surface[wheel];
    }

    /** °C. */
    public double core(int wheel) {
        return core[wheel];
    }

    /** From 0, new, to 1, worn out. */
    public double wear(int wheel) {
        return wear[wheel];
    }

    /** The most worn of the four. */
    public double wear() {
        return Arrays.stream(wear).max().orElse(0);
    }

    /** Above the air outside, bar. */
    public double pressure(int wheel) {
        double absolute = (COLD_BAR + 1) * (core[wheel] + KELVIN) / FITTED_KELVIN;
        return (absolute - 1) * (1 - lost[wheel]);
    }
}
