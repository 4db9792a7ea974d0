package dev.vitalcore.simulation.race;

import dev.vitalcore.contracts.telemetry.Trackside.RaceFlag;
import dev.vitalcore.simulation.car.CarModel;
import dev.vitalcore.simulation.car.Compound;
import dev.vitalcore.simulation.circuit.Circuit;
import dev.vitalcore.simulation.circuit.RacingLine;
import dev.vitalcore.simulation.race.Truth.Flag;
import dev.vitalcore.simulation.race.Truth.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A race from the grid to the last car in its box, in steps of a hundredth of a second. Equal
 * settings give the same race: nothing but the seed decides, and no clock is read.
 */
public final class Race {
    public static final double STEP_S = 0.01;

    /** Traffic and race control look ten times a second. */
    private static final int STEPS_A_LOOK = 10;

    private static final double LIGHTS_OUT_S = 6;

    /** Where the sector gates lie, as shares of the lap. */
    private static final double[] GATES = {0, 0.34, 0.68};

    private static final double FUEL_A_KILOMETRE = 0.47;
    private static final double COOL_DOWN = 45;
    private static final double WORN_OUT = 0.92;
    private static final double WET_ENOUGH = 0.38;
    private static final double DRY_ENOUGH = 0.16;
    private static final int LEAST_LAPS_FOR_STOPS = 8;

    private final RaceSettings settings;
    private final Circuit circuit;
    private final List<RaceCar> cars = new ArrayList<>();
    private final List<SplittableRandom> chances = new ArrayList<>();
    private final int[] plannedLap;
    private final boolean[] finished;
    private final Traffic traffic;
    private final Weather weather;
    private final Posts posts;
    private final RaceControl control;
    private final Truth truth = new Truth();
    private RaceCar leader;
    private long steps;

    public Race(RaceSettings settings) {
        this.settings = settings;
        SplittableRandom random = new SplittableRandom(settings.seed());
        circuit = Circuit.named(settings.circuit());
        RacingLine line = RacingLine.of(circuit);
        PitLane pits = new PitLane(circuit);
        double kilometres = settings.laps() * circuit.length() / 1_000;
        double fuel = Math.min(110, FUEL_A_KILOMETRE * (kilometres + 8));
        plannedLap = new int[settings.cars()];
        finished = new boolean[settings.cars()];
        for (int car = 0; car < settings.cars(); car++) {
            SplittableRandom own = random.split();
            Driver driver = Driver.of(car, settings.cars(), own);
            cars.add(new RaceCar(car, driver, CarModel.gt(), line, pits, fuel, own.split()));
            chances.add(own);
            plannedLap[car] =
                    settings.laps() < LEAST_LAPS_FOR_STOPS
                            ? Integer.MAX_VALUE
                            : (int) (settings.laps() * (0.35 + 0.3 * own.nextDouble()));
        }
        leader = cars.getFirst();
        traffic = new Traffic(settings.cars());
        weather = new Weather(kilometres * 21.5, random.split());
        posts = new Posts(circuit, settings.cars());
        control = new RaceControl(settings, random.split(), truth, posts);
        truth.shown(Flag.GREEN, 0);
    }

    /** One hundredth of a second of the race. */
    public void step() {
        double time = seconds();
        weather.advance(time, STEP_S);
        if (steps % STEPS_A_LOOK == 0) {
            look(time);
        }
        for (RaceCar car : cars) {
            double before = car.metres();
            double most = Math.min(traffic.most(car.index()), control.most(car, leader));
            if (finished[car.index()]) {
                most = Math.min(most, COOL_DOWN);
            }
            car.drive(time, STEP_S, conditions(car, most));
            passGates(car, before, time);
        }
        steps++;
    }

    private Conditions conditions(RaceCar car, double most) {
        return new Conditions(
                weather.wetness(),
                weather.air(),
                posts.surface(),
                most,
                posts.yellow().share(car.metres(), car.lift()),
                traffic.shelter(car.index()));
    }

    private void look(double time) {
        if (time >= LIGHTS_OUT_S) {
            cars.stream()
                    .filter(car -> car.status() == RaceCar.Status.ON_GRID)
                    .forEach(RaceCar::start);
        }
        leader = cars.stream().max(Comparator.comparingDouble(RaceCar::metres)).orElse(leader);
        for (Traffic.Contact contact : traffic.look(cars, time, control::overtakingAllowed)) {
            control.touched(contact, leader, time);
        }
        control.look(cars, leader, time);
        for (RaceCar car : cars) {
            box(car);
            boolean inCorner = Math.abs(car.curvature()) > 1 / 120.0;
            if (inCorner && car.status() == RaceCar.Status.ON_TRACK && car.makesMistake()) {
                car.runWide(time);
                truth.happened(car.index(), Kind.WIDE, time);
            }
        }
    }

    /** Calls the car in where its plan, its tyres or the weather want it, and changes its tyres. */
    private void box(RaceCar car) {
        if (car.isBoxed()) {
            if (finished[car.index()]) {
                car.park();
            } else if (car.tyres().wear() > 0.01 || car.tyres().punctured()) {
                truth.stopped(
                        car.index(), car.lap(), car.visit().boxedFrom(), car.visit().boxedUntil());
                car.fit(next(car));
            }
            return;
        }
        boolean planned = car.visit().stops() == 0 && car.lap() >= plannedLap[car.index()];
        boolean worn = car.tyres().wear() > WORN_OUT;
        boolean wet = car.tyres().compound() == Compound.WET;
        boolean wrong = wet ? weather.wetness() < DRY_ENOUGH : weather.wetness() > WET_ENOUGH;
        boolean lastLap = car.lap() >= settings.laps();
        if (finished[car.index()] || (!lastLap && (planned || worn || wrong))) {
            car.visit().call();
        }
    }

    private Compound next(RaceCar car) {
        if (weather.wetness() > WET_ENOUGH - 0.05) {
            return Compound.WET;
        }
        int left = settings.laps() - car.lap();
        if (left > 22) {
            return Compound.HARD;
        }
        return left > 12 || chances.get(car.index()).nextBoolean()
                ? Compound.MEDIUM
                : Compound.SOFT;
    }

    private void passGates(RaceCar car, double before, double time) {
        for (int gate = 0; gate < GATES.length; gate++) {
            double first = GATES[gate] * circuit.length();
            double lap = Math.floor((car.metres() - first) / circuit.length());
            double at = first + lap * circuit.length();
            if (before < at && car.metres() >= at) {
                double share = (at - before) / (car.metres() - before);
                truth.passed(car.index(), gate, (int) lap + 1, time + share * STEP_S);
                if (gate == 0) {
                    car.drawEffort();
                    finished[car.index()] |= control.flag() == Flag.CHEQUERED;
                }
            }
        }
    }

    /** Distance of a gate from the line, metres. */
    public double gateMetres(int gate) {
        return GATES[gate] * circuit.length();
    }

    public int gates() {
        return GATES.length;
    }

    /** By index. */
    public List<RaceCar> cars() {
        return List.copyOf(cars);
    }

    public Circuit circuit() {
        return circuit;
    }

    public RaceSettings settings() {
        return settings;
    }

    public Truth truth() {
        return truth;
    }

    /** Since the first sample. */
    public double seconds() {
        return steps * STEP_S;
    }

    public Posts posts() {
        return posts;
    }

    /** What race control shows to all; nothing before the lights go out. */
    public RaceFlag flag() {
        if (seconds() < LIGHTS_OUT_S) {
            return RaceFlag.NONE;
        }
        return switch (control.flag()) {
            case GREEN -> RaceFlag.GREEN;
            case YELLOW -> RaceFlag.YELLOW;
            case SAFETY_CAR -> RaceFlag.SAFETY_CAR;
            case CHEQUERED -> RaceFlag.CHEQUERED;
        };
    }

    /** °C. */
    public double air() {
        return weather.air();
    }

    /** °C. */
    public double road() {
        return weather.road();
    }

    /** Of the road, 0 to 1. */
    public double wetness() {
        return weather.wetness();
    }

    /** Strength of the rain, 0 to 1. */
    public double rain() {
        return weather.rain();
    }

    /** Whether every car stands for good. */
    public boolean over() {
        return cars.stream().allMatch(car -> car.status() == RaceCar.Status.PARKED);
    }
}
