package dev.vitalcore.simulation.race;

import dev.vitalcore.simulation.car.Brakes;
import dev.vitalcore.simulation.car.CarModel;
import dev.vitalcore.simulation.car.Compound;
import dev.vitalcore.simulation.car.Drivetrain;
import dev.vitalcore.simulation.car.SpeedProfile;
import dev.vitalcore.simulation.car.TyreSet;
import dev.vitalcore.simulation.circuit.Circuit;
import dev.vitalcore.simulation.circuit.RacingLine;
import java.util.Arrays;
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

    /** How far the driver looks ahead, s. */
    private static final double PREVIEW_S = 0.22;

    private static final double RESOLUTION = 1.25;
    private static final double ENGINE_BRAKE = 0.5;
    private static final double PIT_BRAKING = 7;
    private static final double SIDEWAYS = 5;
    private static final double SIDEWAYS_BY_SPEED = 0.13;

    /** Of fuel for a joule at the wheels, kg. */
    private static final double FUEL = 8.6e-8;

    private static final double FUEL_RESERVE = 3;
    private static final double HEIGHT_OF_GRAVITY = 0.42;
    private static final double TRACK_WIDTH = 1.66;

    /** After so many metres the driver has a new picture of what the car can do. */
    private static final double NEW_PICTURE_M = 400;

    private final int index;
    private final CarModel model;
    private final RacingLine line;
    private final Circuit circuit;
    private final PitLane pits;
    private final Driver driver;
    private final SplittableRandom random;
    private final Feet feet = new Feet();
    private final Drivetrain drivetrain = new Drivetrain();
    private final Brakes brakes;
    private final double[] effort;
    private final double[] loads = new double[TyreSet.WHEELS];
    private TyreSet tyres = new TyreSet(Compound.MEDIUM);
    private SpeedProfile profile;
    private Status status = Status.ON_GRID;
    private double metres;
    private double speed;
    private double acceleration;
    private double beside;
    private double wantedBeside;
    private double fuel;
    private double grip = 1;
    private double newPictureAt;
    private double standsUntil = Double.NaN;
    private double boxedFrom = Double.NaN;
    private double wideUntil = Double.NaN;
    private boolean called;
    private boolean served;
    private int stops;

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
        this.model = model;
        this.line = line;
        this.circuit = line.circuit();
        this.pits = pits;
        this.fuel = fuel;
        this.random = random;
        this.brakes = new Brakes(180);
        this.effort = new double[circuit.corners().size()];
        metres = GRID_FIRST_M - GRID_ROW_M * index;
        beside = (index % 2 == 0 ? 1 : -1) * GRID_BESIDE_M - line.offset(metres);
        wantedBeside = beside;
        Arrays.fill(loads, 1.0 / TyreSet.WHEELS);
        drawEffort();
        profile = picture(0);
    }

    /**
     * Drives for a moment.
     *
     * @param time s
     * @param wetness of the road, 0 to 1
     * @param air °C
     * @param most what flags and traffic allow, m/s
     * @param shelter share of the drag that a car ahead takes away
     */
    void drive(
            double time, double seconds, double wetness, double air, double most, double shelter) {
        double mass = mass();
        grip = tyres.grip(wetness);
        renewPicture(wetness);
        double curvature = line.curvature(metres);
        double limit = model.lateral(speed, mass, grip);
        double lateral = Math.min(1, Math.abs(curvature) * speed * speed / limit);
        double share = Math.sqrt(1 - lateral * lateral);
        double climb = CarModel.GRAVITY * circuit.slope(metres);
        double coast = -model.drag(speed, shelter) / mass - climb;
        double push = model.acceleration(speed, mass, grip, share, shelter) - climb;
        double brake = -model.deceleration(speed, mass, grip, Math.max(share, 0.25)) - climb;
        double wanted = RESOLUTION * (wantedSpeed(time, most) - speed) / PREVIEW_S;
        double pedal =
                wanted >= coast - ENGINE_BRAKE
                        ? (wanted - coast) / Math.max(0.1, push - coast)
                        : (wanted - coast) / Math.max(0.1, coast - brake);
        feet.towards(Math.clamp(pedal, -1, 1), seconds);
        double before = speed;
        acceleration =
                coast
                        + feet.throttle() * Math.max(0, push - coast)
                        - feet.brake() * (coast - brake)
                        - (feet.throttle() == 0 && speed > 2 ? ENGINE_BRAKE : 0);
        if (speed <= 0 && wantedSpeed(time, most) <= 0) {
            acceleration = 0;
        }
        speed = Math.max(0, speed + acceleration * seconds);
        metres += (before + speed) / 2 * seconds / line.stretch(metres);
        steer(seconds);
        wear(before, lateral, push, air, seconds);
        arrive(time);
    }

    private double wantedSpeed(double time, double most) {
        if (status == Status.PARKED || status == Status.ON_GRID) {
            return 0;
        }
        if (status == Status.SPUN) {
            return time < standsUntil ? 0 : 8;
        }
        double ahead = metres + speed * PREVIEW_S / line.stretch(metres);
        double wanted = Math.min(profile.at(ahead) * (Double.isNaN(wideUntil) ? 1 : 0.93), most);
        if (tyres.punctured()) {
            wanted = Math.min(wanted, 28);
        }
        return status == Status.IN_PITS ? Math.min(wanted, pitSpeed(time)) : wanted;
    }

    private double pitSpeed(double time) {
        double fromLine = pits.fromLine(metres);
        double toBox = pits.box(index) - fromLine;
        if (!served && toBox > -3) {
            double stopping = Math.sqrt(2 * 5 * Math.max(0, toBox));
            double lane =
                    fromLine < PitLane.LIMIT_FROM_M
                            ? braking(PitLane.LIMIT_FROM_M - fromLine)
                            : PitLane.LIMIT;
            return time < standsUntil ? 0 : Math.min(lane, stopping);
        }
        return fromLine < PitLane.LIMIT_TO_M ? PitLane.LIMIT : Double.MAX_VALUE;
    }

    private static double braking(double way) {
        return Math.sqrt(PitLane.LIMIT * PitLane.LIMIT + 2 * PIT_BRAKING * Math.max(0, way - 8));
    }

    /** Into and out of the pits, and into the box. */
    private void arrive(double time) {
        double fromLine = pits.fromLine(metres);
        if (time >= wideUntil) {
            wideUntil = Double.NaN;
            wantedBeside = 0;
        }
        if (status == Status.ON_TRACK
                && called
                && fromLine >= PitLane.ENTRY_M
                && fromLine < PitLane.LIMIT_FROM_M) {
            status = Status.IN_PITS;
            served = false;
            boxedFrom = Double.NaN;
        } else if (status == Status.IN_PITS) {
            standInBox(time, fromLine);
            if (served && fromLine > PitLane.EXIT_M) {
                status = Status.ON_TRACK;
                called = false;
            }
        } else if (status == Status.SPUN && time >= standsUntil && speed > 6) {
            status = Status.ON_TRACK;
            wantedBeside = 0;
        }
    }

    private void standInBox(double time, double fromLine) {
        boolean there = Math.abs(pits.box(index) - fromLine) < 3 && speed < 0.4;
        if (!served && there && Double.isNaN(boxedFrom)) {
            boxedFrom = time;
            standsUntil =
                    time + 2.6 + 1.6 * random.nextDouble() + (random.nextInt(12) == 0 ? 6 : 0);
        } else if (!served && !Double.isNaN(boxedFrom) && time >= standsUntil) {
            served = true;
            stops++;
        }
    }

    /** Sideways, towards where the driver wants to be. */
    private void steer(double seconds) {
        double wanted =
                status == Status.IN_PITS ? pits.offset(metres) - line.offset(metres) : wantedBeside;
        double most = Math.min(SIDEWAYS, SIDEWAYS_BY_SPEED * speed) * seconds;
        beside += Math.clamp(wanted - beside, -most, most);
    }

    private void wear(double before, double lateral, double push, double air, double seconds) {
        double along = (speed - before) / seconds;
        double onWheels = feet.throttle() * model.push(speed, mass()) * mass() * Math.max(speed, 0);
        fuel = Math.max(0, fuel - FUEL * Math.min(onWheels, model.power()) * seconds);
        double braked = Math.max(0, -along * mass() - model.drag(speed, 0)) * speed;
        brakes.work(feet.brake(), feet.brake() > 0 ? braked : 0, speed, air, seconds);
        drivetrain.follow(speed, seconds);
        load(along);
        double straight =
                along >= 0
                        ? feet.throttle() * Math.min(1, push / model.traction(speed, mass(), grip))
                        : feet.brake();
        double usage = Math.min(1.05, Math.hypot(lateral, Math.max(0, straight) * 0.9));
        tyres.work(usage, speed, loads, air, seconds);
        tyres.leak(seconds);
    }

    private void load(double along) {
        double lateral = lateralAcceleration();
        double back = along * HEIGHT_OF_GRAVITY / (model.wheelbase() * CarModel.GRAVITY) / 2;
        double right = lateral * HEIGHT_OF_GRAVITY / (TRACK_WIDTH * CarModel.GRAVITY) / 2;
        loads[0] = Math.max(0.02, 0.24 - back - right);
        loads[1] = Math.max(0.02, 0.24 - back + right);
        loads[2] = Math.max(0.02, 0.26 + back - right);
        loads[3] = Math.max(0.02, 0.26 + back + right);
    }

    private void renewPicture(double wetness) {
        if (metres >= newPictureAt) {
            newPictureAt = metres + NEW_PICTURE_M;
            profile = picture(wetness);
        }
    }

    private SpeedProfile picture(double wetness) {
        double now = tyres.grip(wetness);
        return SpeedProfile.of(line, model, mass(), point -> now * effort[cornerOf(point)]);
    }

    /** The corner that the road at the point leads to. */
    private int cornerOf(int point) {
        double at = point * line.step();
        for (int corner = 0; corner < effort.length; corner++) {
            if (at <= circuit.corners().get(corner).apexMetres() + 40) {
                return corner;
            }
        }
        return 0;
    }

    /** How hard the driver tries in each corner of the lap to come. */
    void drawEffort() {
        for (int corner = 0; corner < effort.length; corner++) {
            effort[corner] = driver.pace() + driver.spread() * random.nextGaussian();
        }
    }

    void start() {
        status = Status.ON_TRACK;
        wantedBeside = 0;
    }

    /** The pit wall calls: in at the end of this lap. */
    void call() {
        called = true;
    }

    boolean isCalled() {
        return called;
    }

    /** New tyres while the car stands in its box. */
    void fit(Compound compound) {
        tyres = new TyreSet(compound);
        newPictureAt = metres;
    }

    /** Whether it stands in its box and the tyres are still to be changed. */
    boolean isBoxed() {
        return status == Status.IN_PITS && !served && !Double.isNaN(boxedFrom);
    }

    double boxedFrom() {
        return boxedFrom;
    }

    double boxedUntil() {
        return standsUntil;
    }

    /** Loses the car: it slides to a stand and goes on some seconds later. */
    void spin(double time) {
        status = Status.SPUN;
        standsUntil = time + 9 + 4 * random.nextDouble();
        wantedBeside = Math.signum(line.offset(metres)) * -2;
    }

    void puncture() {
        tyres.puncture(random.nextInt(TyreSet.WHEELS));
        called = true;
    }

    /** Stands where it stopped: the race is over for it. */
    void park() {
        status = Status.PARKED;
    }

    /** Rolls out beside the road and stays there. */
    void breakDown() {
        status = Status.PARKED;
        wantedBeside = circuit.width(metres) / 2 + 3 - line.offset(metres);
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

    boolean makesMistake() {
        return random.nextDouble() < driver.mistakes();
    }

    double aggression() {
        return driver.aggression();
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
        return metres;
    }

    /** Of the lap that the car is in, from 1. */
    public int lap() {
        return (int) Math.floor(Math.max(0, metres) / circuit.length()) + 1;
    }

    /** m/s. */
    public double speed() {
        return speed;
    }

    /** Along the road, m/s². */
    public double acceleration() {
        return acceleration;
    }

    /** To the left, m/s². */
    public double lateralAcceleration() {
        return line.curvature(metres) * speed * speed;
    }

    /** One over the radius, a metre; positive to the left. */
    public double curvature() {
        return line.curvature(metres);
    }

    /** Metres to the left of the centre line. */
    public double offset() {
        return line.offset(metres) + beside;
    }

    /** Metres to the left of the racing line. */
    double besideLine() {
        return beside;
    }

    /** 0 to 1. */
    public double throttle() {
        return drivetrain.shifting() && feet.throttle() > 0
                ? 0.35 * feet.throttle()
                : feet.throttle();
    }

    /** 0 to 1. */
    public double brake() {
        return feet.brake();
    }

    public TyreSet tyres() {
        return tyres;
    }

    public Brakes brakes() {
        return brakes;
    }

    public Drivetrain drivetrain() {
        return drivetrain;
    }

    public CarModel model() {
        return model;
    }

    public Circuit circuit() {
        return circuit;
    }

    /** Left in the tank, kg. */
    public double fuel() {
        return fuel + FUEL_RESERVE;
    }

    /** Share of the weight on a wheel. */
    public double load(int wheel) {
        return loads[wheel];
    }

    /** Stops in the box so far. */
    public int stops() {
        return stops;
    }

    private double mass() {
        return model.emptyMass() + fuel;
    }
}
