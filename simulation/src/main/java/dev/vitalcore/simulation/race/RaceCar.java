package dev.vitalcore.simulation.race;

import dev.vitalcore.simulation.car.Brakes;
import dev.vitalcore.simulation.car.CarModel;
import dev.vitalcore.simulation.car.Compound;
import dev.vitalcore.simulation.car.Drivetrain;
import dev.vitalcore.simulation.car.TyreSet;
import dev.vitalcore.simulation.circuit.Circuit;
import dev.vitalcore.simulation.circuit.RacingLine;
import java.util.SplittableRandom;

/** A car of the race: where it is, how fast, and in what state; driven in small steps of time. */
public final class RaceCar {
    /** What the car does. */
    public enum Status {
        ON_GRID,
        ON_TRACK,
        /** On its way into the pits, in the lane, or on its way out. */
        IN_PITS,
        /** Stands on the track or beside it and will go on. */
        SPUN,
        /** Will not go on. */
        PARKED
    }

    private static final double GRID_FIRST_M = -32;
    private static final double GRID_ROW_M = 8;
    private static final double GRID_BESIDE_M = 3;

    private static final double SIDEWAYS = 5;
    private static final double SIDEWAYS_BY_SPEED = 0.13;

    private static final double FUEL_RESERVE = 3;
    private final int index;
    private final Chassis chassis;
    private final RacingLine line;
    private final Circuit circuit;
    private final PitLane pits;
    private final PitVisit visit;
    private final Driver driver;
    private final Picture picture;
    private final SplittableRandom random;
    private Status status = Status.ON_GRID;
    private double beside;
    private double wantedBeside;
    private int fittedInLap = 1;
    private double spunUntil = Double.NaN;
    private double wideUntil = Double.NaN;

    RaceCar(
            int index,
            Driver driver,
            CarModel model,
            RacingLine line,
            PitLane pits,
            double fuel,
            SplittableRandom random) {
        this.index = index;
        this.driver = driver;
        this.line = line;
        this.circuit = line.circuit();
        this.pits = pits;
        this.visit = new PitVisit(pits, index);
        this.random = random;
        double metres = GRID_FIRST_M - GRID_ROW_M * index;
        beside = (index % 2 == 0 ? 1 : -1) * GRID_BESIDE_M - line.offset(metres);
        wantedBeside = beside;
        chassis = new Chassis(model, line, metres, fuel);
        picture = new Picture(driver, model, line, random);
    }

    /**
     * Drives for a moment.
     *
     * @param time s
     */
    void drive(double time, double seconds, Conditions now) {
        picture.renew(chassis, now);
        chassis.move(wantedSpeed(time, now), now, seconds);
        steer(seconds);
        arrive(time);
    }

    private double wantedSpeed(double time, Conditions now) {
        if (status == Status.PARKED || status == Status.ON_GRID) {
            return 0;
        }
        if (status == Status.SPUN) {
            return time < spunUntil ? 0 : 8;
        }
        double ahead = metres() + speed() * Chassis.PREVIEW_S / line.stretch(metres());
        double free = picture.speed(ahead) * (Double.isNaN(wideUntil) ? 1 : 0.93);
        double wanted = Math.min(free * now.caution(), now.most());
        if (tyres().punctured()) {
            wanted = Math.min(wanted, 28);
        }
        return status == Status.IN_PITS ? Math.min(wanted, visit.speed(metres(), time)) : wanted;
    }

    /** Into and out of the pits, and into the box. */
    private void arrive(double time) {
        if (time >= wideUntil) {
            wideUntil = Double.NaN;
            wantedBeside = 0;
        }
        if (status == Status.ON_TRACK && visit.turnsIn(metres())) {
            status = Status.IN_PITS;
            visit.enter();
        } else if (status == Status.IN_PITS) {
            if (visit.advance(metres(), speed(), time, random)) {
                status = Status.ON_TRACK;
            }
        } else if (status == Status.SPUN && time >= spunUntil && speed() > 6) {
            status = Status.ON_TRACK;
            wantedBeside = 0;
        }
    }

    /** Sideways, towards where the driver wants to be. */
    private void steer(double seconds) {
        double wanted =
                status == Status.IN_PITS
                        ? pits.offset(metres()) - line.offset(metres())
                        : wantedBeside;
        double most = Math.min(SIDEWAYS, SIDEWAYS_BY_SPEED * speed()) * seconds;
        beside += Math.clamp(wanted - beside, -most, most);
    }

    /** How hard the driver tries in each corner of the lap to come. */
    void drawEffort() {
        picture.drawEffort(random);
    }

    void start() {
        status = Status.ON_TRACK;
        wantedBeside = 0;
    }

    /** New tyres while the car stands in its box. */
    void fit(Compound compound) {
        chassis.fit(compound);
        // Boxes lie on both sides of the line: the next lap begins at the nearest passing of it.
        fittedInLap = (int) Math.round(metres() / circuit.length()) + 1;
        picture.renewNext();
    }

    /** Whether it stands in its box and the tyres are still to be changed. */
    boolean isBoxed() {
        return status == Status.IN_PITS && visit.isBoxed();
    }

    PitVisit visit() {
        return visit;
    }

    /** Loses the car: it slides to a stand and goes on some seconds later. */
    void spin(double time) {
        status = Status.SPUN;
        spunUntil = time + 9 + 4 * random.nextDouble();
        wantedBeside = Math.signum(line.offset(metres())) * -2;
    }

    void puncture() {
        tyres().puncture(random.nextInt(TyreSet.WHEELS));
        visit.call();
    }

    /** Bent wings: it goes on, slower. */
    void damage() {
        chassis.damage();
        picture.renewNext();
    }

    /** Stands where it stopped: the race is over for it. */
    void park() {
        status = Status.PARKED;
    }

    /** Rolls out beside the road and stays there. */
    void breakDown() {
        status = Status.PARKED;
        wantedBeside = circuit.width(metres()) / 2 + 3 - line.offset(metres());
    }

    /** Drives beside its line; 0 ends it. A car that has run wide comes back by itself. */
    void moveBeside(double metresToTheLeft) {
        if (Double.isNaN(wideUntil)) {
            wantedBeside = metresToTheLeft;
        }
    }

    /** Misses the corner a little: to its outer edge, and slower for a moment. */
    void runWide(double time) {
        wideUntil = time + 2.5;
        wantedBeside = -Math.signum(curvature()) * 2.2;
    }

    boolean isWide() {
        return !Double.isNaN(wideUntil);
    }

    boolean makesMistake() {
        return random.nextDouble() < driver.mistakes();
    }

    double aggression() {
        return driver.aggression();
    }

    /** Share of his free speed at which the driver passes a yellow flag. */
    double lift() {
        return driver.lift();
    }

    /** Of the driver, for chances that he takes. */
    double chance() {
        return random.nextDouble();
    }

    public int index() {
        return index;
    }

    public String driver() {
        return driver.name();
    }

    public Status status() {
        return status;
    }

    /** Along the centre line since the start line was first passed; negative on the grid. */
    public double metres() {
        return chassis.metres();
    }

    /** Of the lap that the car is in, from 1. */
    public int lap() {
        return (int) Math.floor(Math.max(0, metres()) / circuit.length()) + 1;
    }

    /** m/s. */
    public double speed() {
        return chassis.speed();
    }

    /** Along the road, m/s². */
    public double acceleration() {
        return chassis.acceleration();
    }

    /** To the left, m/s². */
    public double lateralAcceleration() {
        return chassis.lateralAcceleration();
    }

    /** One over the radius, a metre; positive to the left. */
    public double curvature() {
        return line.curvature(metres());
    }

    /** Metres to the left of the centre line. */
    public double offset() {
        return line.offset(metres()) + beside;
    }

    /** Metres to the left of the racing line. */
    double besideLine() {
        return beside;
    }

    /** 0 to 1. */
    public double throttle() {
        double throttle = chassis.feet().throttle();
        return drivetrain().shifting() ? 0.35 * throttle : throttle;
    }

    /** 0 to 1. */
    public double brake() {
        return chassis.feet().brake();
    }

    public TyreSet tyres() {
        return chassis.tyres();
    }

    /** Laps that the tyres have done; the one under way counts when it is over. */
    public int tyreLaps() {
        return Math.max(0, lap() - fittedInLap);
    }

    /** In the box so far. */
    public int stops() {
        return visit.stops();
    }

    public Brakes brakes() {
        return chassis.brakes();
    }

    public Drivetrain drivetrain() {
        return chassis.drivetrain();
    }

    public CarModel model() {
        return chassis.model();
    }

    public Circuit circuit() {
        return circuit;
    }

    /** Left in the tank, kg. */
    public double fuel() {
        return chassis.fuel() + FUEL_RESERVE;
    }

    /** Share of the weight on a wheel. */
    public double load(int wheel) {
        return chassis.loads().on(wheel);
    }
}
