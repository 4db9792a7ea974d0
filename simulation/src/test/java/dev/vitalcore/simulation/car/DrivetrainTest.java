package dev.vitalcore.simulation.car;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrivetrainTest {
    private static final double STEP_S = 0.02;
    private static final double KMH_120 = 120 / 3.6;

    private final Drivetrain drivetrain = new Drivetrain();

    @Test
    void takesAHigherGearBehindTheSafetyCar() {
        drive(1, 5);
        assertThat(drivetrain.rpm()).isGreaterThan(7_500);

        drive(0.1, 10);

        assertThat(drivetrain.rpm()).isBetween(5_350.0, 6_500.0);
        assertThat(drivetrain.gear()).isEqualTo(3);
    }

    @Test
    void staysInItsGearWhileItBrakes() {
        drive(1, 5);
        int gear = drivetrain.gear();

        drive(0, 3);

        assertThat(drivetrain.gear()).isEqualTo(gear);
    }

    private void drive(double throttle, double seconds) {
        for (double at = 0; at < seconds; at += STEP_S) {
            drivetrain.follow(KMH_120, throttle, STEP_S);
        }
    }
}
