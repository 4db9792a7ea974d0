package dev.vitalcore.simulation.sensor;

/** Temperatures under the bonnet: heated by power, cooled by the wind. */
final class EngineBay {
    private static final double THERMOSTAT_CELSIUS = 80;

    private double water = 78;
    private double oil = 82;
    private double gearbox = 70;

    /**
     * @param power share of the engine's power, 0 to 1
     * @param speed m/s
     * @param air °C
     */
    void work(double power, double speed, double air, double seconds) {
        double wind = 0.006 + 0.00028 * speed;
        double thermostat = Math.clamp((water - THERMOSTAT_CELSIUS) / 8, 0.05, 1);
        water += seconds * (1.15 * power + 0.12 - thermostat * wind * (water - air));
        oil += seconds * (0.95 * power + 0.16 - 0.72 * wind * (oil - air));
        gearbox += seconds * (0.50 * power + 0.05 - 0.45 * wind * (gearbox - air));
    }

    /** °C. */
    double water() {
        return water;
    }

    /** °C. */
    double oil() {
        return oil;
    }

    /** °C. */
    double gearbox() {
        return gearbox;
    }
}
