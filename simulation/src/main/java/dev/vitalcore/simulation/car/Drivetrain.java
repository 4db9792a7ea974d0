package dev.vitalcore.simulation.car;

/** Gears and engine speed. */
public final class Drivetrain {
    private static final double[] TOP_KMH = {92, 126, 160, 196, 234, 284};
    private static final double LIMIT_RPM = 8_300;
    private static final double UP_RPM = 8_050;
    private static final double DOWN_RPM = 5_350;
    private static final double IDLE_RPM = 1_650;

    /**
     * A driver who has driven with so little throttle, for so long, takes a higher gear as soon as
     * it pulls there.
     */
    private static final double CRUISES = 0.35;

    private static final double CRUISES_AFTER_S = 2;
    private static final double CRUISING_RPM = DOWN_RPM + 250;

    /** Between two shifts, s. */
    private static final double PAUSE_S = 0.35;

    private int gear = 1;
    private double sinceShift = PAUSE_S;
    private double cruising;
    private double rpm = IDLE_RPM;

    /**
     * Follows the car for some seconds.
     *
     * @param throttle 0 to 1
     */
    public void follow(double speed, double throttle, double seconds) {
        sinceShift += seconds;
        cruising = throttle > 0 && throttle < CRUISES ? cruising + seconds : 0;
        if (sinceShift >= PAUSE_S) {
            if (gear < TOP_KMH.length && wantsHigher(speed)) {
                gear++;
                sinceShift = 0;
            } else if (rpmIn(gear, speed) < DOWN_RPM && gear > 1) {
                gear--;
                sinceShift = 0;
            }
        }
        double wanted = Math.clamp(rpmIn(gear, speed), IDLE_RPM, LIMIT_RPM);
        rpm += (wanted - rpm) * Math.min(1, seconds / 0.03);
    }

    private boolean wantsHigher(double speed) {
        return rpmIn(gear, speed) > UP_RPM
                || (cruising > CRUISES_AFTER_S && rpmIn(gear + 1, speed) > CRUISING_RPM);
    }

    private static double rpmIn(int gear, double speed) {
        return LIMIT_RPM * speed * 3.6 / TOP_KMH[gear - 1];
    }

    public int gear() {
        return gear;
    }

    public double rpm() {
        return rpm;
    }

    /** Whether the clutch is open for a shift. */
    public boolean shifting() {
        return sinceShift < 0.06;
    }
}
