package dev.vitalcore.simulation.car;

/**
 * A GT car with slick tyres and wings; SI units. Values are of the class, not of a make.
 *
 * @param emptyMass with driver, without fuel, kg
 * @param power at the wheels, W
 * @param dragArea drag coefficient times area, m²
 * @param liftArea downforce coefficient times area, m²
 * @param friction of the tyres, sideways, of a car of 1,400 kg
 * @param driven share of the weight on the driven axle
 * @param brakeDeceleration the most that the brakes take without downforce, as a share of friction
 * @param wheelbase m
 * @param wheelRadius m
 */
public record CarModel(
        double emptyMass,
        double power,
        double dragArea,
        double liftArea,
        double friction,
        double driven,
        double brakeDeceleration,
        double wheelbase,
        double wheelRadius) {
    public static final double GRAVITY = 9.80665;

    /** The friction of tyres falls with their load. */
    private static final double LOAD_SENSITIVITY = 0.35;

    /** At which the friction is meant, kg. */
    private static final double REFERENCE_MASS = 1_400;

    /** Below it the clutch slips, m/s. */
    private static final double CREEPING = 8;

    /** At 20 °C and sea level, kg/m³. */
    public static final double AIR_DENSITY = 1.204;

    public static CarModel gt() {
        return new CarModel(1_330, 385_000, 1.22, 2.7, 1.52, 0.60, 0.97, 2.60, 0.345);
    }

    /** The car with its wings bent: less downforce, more drag. */
    public CarModel damaged() {
        return new CarModel(
                emptyMass,
                power,
                dragArea * 1.04,
                liftArea * 0.88,
                friction,
                driven,
                brakeDeceleration,
                wheelbase,
                wheelRadius);
    }

    /** Resistance of the air, N. */
    public double drag(double speed, double shelter) {
        return (1 - shelter) * AIR_DENSITY * dragArea * speed * speed / 2;
    }

    /** N. */
    public double downforce(double speed) {
        return AIR_DENSITY * liftArea * speed * speed / 2;
    }

    /** The most lateral acceleration at a speed, m/s². */
    public double lateral(double speed, double mass, double grip) {
        double loaded = 1 - LOAD_SENSITIVITY * (mass / REFERENCE_MASS - 1);
        return grip * friction * loaded * (GRAVITY + downforce(speed) / mass);
    }

    /** What the driven tyres can push the car by, straight ahead and without its drag, m/s². */
    public double traction(double speed, double mass, double grip) {
        return driven * lateral(speed, mass, grip);
    }

    /** What the engine can push the car by without its drag, m/s². */
    public double push(double speed, double mass) {
        return power / (mass * Math.max(speed, CREEPING));
    }

    /**
     * The most acceleration along a level road, m/s²; limited by power or tyres.
     *
     * @param share of the grip that a corner leaves
     * @param shelter share of the drag that a car ahead takes away
     */
    public double acceleration(
            double speed, double mass, double grip, double share, double shelter) {
        double tyres = share * traction(speed, mass, grip);
        return Math.min(tyres, push(speed, mass)) - drag(speed, shelter) / mass;
    }

    /**
     * The most deceleration along a level road, m/s²; a positive number.
     *
     * @param share of the grip that a corner leaves
     */
    public double deceleration(double speed, double mass, double grip, double share) {
        return share * brakeDeceleration * lateral(speed, mass, grip) + drag(speed, 0) / mass;
    }
}
