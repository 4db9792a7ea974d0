package dev.vitalcore.simulation.car;

import dev.vitalcore.simulation.circuit.RacingLine;
import java.util.function.IntToDoubleFunction;

/**
 * The speed at every point of a lap, by the quasi-steady-state method: the most that the corner
 * allows, then forward what the car can reach, then backward what it can brake for. Tyres share
 * their grip between the directions by the ellipse of friction; the limits grow with speed by
 * downforce (g-g-v). Source: Brayshaw and Harrison, A quasi steady state approach to race car lap
 * simulation, Proc. IMechE D 219 (2005).
 */
public final class SpeedProfile {
    private static final double FASTEST = 110;

    /** Halvings of the interval in which the speed of a corner lies: to a millimetre a second. */
    private static final int HALVINGS = 17;

    private final RacingLine line;
    private final double[] speed;

    private SpeedProfile(RacingLine line, double[] speed) {
        this.line = line;
        this.speed = speed;
    }

    /**
     * @param mass of the car with fuel, kg
     * @param grip what tyres, weather and driver make of the car's friction, at each point
     */
    public static SpeedProfile of(
            RacingLine line, CarModel car, double mass, IntToDoubleFunction grip) {
        int count = line.count();
        double[] speed = new double[count];
        for (int point = 0; point < count; point++) {
            double curvature = Math.abs(line.curvatureAt(point));
            speed[point] = cornering(car, mass, grip.applyAsDouble(point), curvature);
        }
        // Twice round: the lap has no beginning.
        for (int index = 0; index < 2 * count; index++) {
            int from = index % count;
            int to = (from + 1) % count;
            double used = ellipse(line, car, mass, grip, speed[from], from);
            double forward =
                    car.acceleration(speed[from], mass, grip.applyAsDouble(from), used, 0)
                            - gravity(line, from);
            speed[to] = Math.min(speed[to], reached(speed[from], forward, way(line, from)));
        }
        for (int index = 2 * count; index > 0; index--) {
            int from = (index - 1) % count;
            int to = index % count;
            double used = ellipse(line, car, mass, grip, speed[to], to);
            double backward =
                    car.deceleration(speed[to], mass, grip.applyAsDouble(to), used)
                            + gravity(line, from);
            speed[from] = Math.min(speed[from], reached(speed[to], backward, way(line, from)));
        }
        return new SpeedProfile(line, speed);
    }

    /** m/s, at a distance along the centre line. */
    public double at(double metres) {
        double position = line.circuit().within(metres) / line.step();
        int from = Math.min((int) position, speed.length - 1);
        double after = speed[(from + 1) % speed.length];
        return speed[from] + (position - from) * (after - speed[from]);
    }

    /** Seconds for a flying lap. */
    public double lapTime() {
        double seconds = 0;
        for (int point = 0; point < speed.length; point++) {
            double mean = (speed[point] + speed[(point + 1) % speed.length]) / 2;
            seconds += way(line, point) / mean;
        }
        return seconds;
    }

    private static double cornering(CarModel car, double mass, double grip, double curvature) {
        double low = 0;
        double high = FASTEST;
        if (high * high * curvature <= car.lateral(high, mass, grip)) {
            return high;
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            boolean possible = middle * middle * curvature <= car.lateral(middle, mass, grip);
            low = possible ? middle : low;
            high = possible ? high : middle;
        }
        return low;
    }

    /** The share of the grip along the road that the corner leaves. */
    private static double ellipse(
            RacingLine line,
            CarModel car,
            double mass,
            IntToDoubleFunction grip,
            double speed,
            int point) {
        double most = car.lateral(speed, mass, grip.applyAsDouble(point));
        double lateral = Math.abs(line.curvatureAt(point)) * speed * speed / most;
        return Math.sqrt(Math.max(0, 1 - lateral * lateral));
    }

    private static double gravity(RacingLine line, int point) {
        return CarModel.GRAVITY * line.circuit().slope(point * line.step());
    }

    private static double way(RacingLine line, int point) {
        return line.step() * line.stretchAt(point);
    }

    private static double reached(double speed, double acceleration, double way) {
        return Math.sqrt(Math.max(1, speed * speed + 2 * acceleration * way));
    }
}
