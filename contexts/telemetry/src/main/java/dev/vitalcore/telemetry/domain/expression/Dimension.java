package dev.vitalcore.telemetry.domain.expression;

import dev.vitalcore.kernel.Unit;

/**
 * What a unit measures, as powers of base quantities. Angle and voltage count as base quantities
 * here, so that a steering angle is not added to a plain number.
 */
record Dimension(int length, int mass, int time, int temperature, int voltage, int angle) {
    static final Dimension NUMBER = new Dimension(0, 0, 0, 0, 0, 0);
    static final Dimension TIME = new Dimension(0, 0, 1, 0, 0, 0);

    boolean isNumber() {
        return equals(NUMBER);
    }

    /** The dimension of a product with a power of the other. */
    Dimension times(Dimension other, int power) {
        return new Dimension(
                length + power * other.length,
                mass + power * other.mass,
                time + power * other.time,
                temperature + power * other.temperature,
                voltage + power * other.voltage,
                angle + power * other.angle);
    }

    boolean isSquare() {
        return ((length | mass | time | temperature | voltage | angle) & 1) == 0;
    }

    Dimension root() {
        return new Dimension(
                length / 2, mass / 2, time / 2, temperature / 2, voltage / 2, angle / 2);
    }

    /** An angle times a radius is an arc: beside a length the radian is the number 1. */
    Dimension withoutArc() {
        return length == 0 || angle == 0
                ? this
                : new Dimension(length, mass, time, temperature, voltage, 0);
    }

    static Dimension of(Unit.Quantity quantity) {
        return switch (quantity) {
            case NONE, RATIO -> NUMBER;
            case TIME -> TIME;
            case LENGTH -> new Dimension(1, 0, 0, 0, 0, 0);
            case SPEED -> new Dimension(1, 0, -1, 0, 0, 0);
            case ACCELERATION -> new Dimension(1, 0, -2, 0, 0, 0);
            case ANGLE -> new Dimension(0, 0, 0, 0, 0, 1);
            case ANGULAR_SPEED -> new Dimension(0, 0, -1, 0, 0, 1);
            case TEMPERATURE -> new Dimension(0, 0, 0, 1, 0, 0);
            case PRESSURE -> new Dimension(-1, 1, -2, 0, 0, 0);
            case VOLTAGE -> new Dimension(0, 0, 0, 0, 1, 0);
            case FORCE -> new Dimension(1, 1, -2, 0, 0, 0);
            case TORQUE -> new Dimension(2, 1, -2, 0, 0, 0);
            case VOLUME -> new Dimension(3, 0, 0, 0, 0, 0);
            case MASS -> new Dimension(0, 1, 0, 0, 0, 0);
            case FREQUENCY -> new Dimension(0, 0, -1, 0, 0, 0);
        };
    }
}
