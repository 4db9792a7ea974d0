package dev.vitalcore.simulation.sensor;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.simulation.circuit.Circuit;
import dev.vitalcore.simulation.race.Race;
import dev.vitalcore.simulation.race.RaceCar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** The loggers of all cars and of the circuit; they drive the race on by a block at a time. */
public final class Loggers {
    /** A logger is switched off so long after its car has stopped for good. */
    private static final int BLOCKS_AFTER_STOP = 100;

    /** Beside the edge of the road: to the far side of the pit lane. */
    private static final double LINE_BEYOND_EDGE_M = 19;

    private static final double GATE_BEYOND_EDGE_M = 4;

    private final Race race;
    private final List<CarLogger> loggers = new ArrayList<>();
    private final List<Uplink> uplinks = new ArrayList<>();
    private final int[] stopped;
    private final boolean[] off;
    private final TracksideLogger trackside;

    /**
     * @param startNanos event time of the first sample
     */
    public Loggers(Race race, SessionId session, long startNanos) {
        this.race = race;
        stopped = new int[race.cars().size()];
        off = new boolean[race.cars().size()];
        // Its own stream: how the race goes does not depend on who watches.
        SplittableRandom random = new SplittableRandom(~race.settings().seed());
        for (RaceCar car : race.cars()) {
            String number = Integer.toString(car.index() + 1);
            loggers.add(
                    new CarLogger(
                            new SourceId(session + "-car-" + number),
                            new EntryId(session, number),
                            declaration(
                                    "simulation",
                                    Optional.of("GT (simulated)"),
                                    Optional.of(car.driver()),
                                    gates()),
                            startNanos,
                            race,
                            car,
                            random.split()));
            uplinks.add(new Uplink(car, random.split()));
        }
        trackside =
                new TracksideLogger(
                        new SourceId(session + "-trackside"),
                        EntryId.trackside(session),
                        declaration(
                                "simulation-trackside",
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        startNanos,
                        race,
                        random.split());
    }

    /** Drives the race on for a tenth of a second, and gives the blocks of it. */
    public void drive(Consumer<TelemetryBlock> platform) {
        trackside.sample();
        for (int step = 0; step < CarLogger.STEPS_A_BLOCK; step++) {
            for (CarLogger logger : loggers) {
                if (!off[logger.car().index()]) {
                    logger.sample(step);
                }
            }
            race.step();
        }
        for (CarLogger logger : loggers) {
            int car = logger.car().index();
            if (off[car]) {
                continue;
            }
            boolean stands = logger.car().status() == RaceCar.Status.PARKED;
            stopped[car] = stands ? stopped[car] + 1 : 0;
            off[car] = stopped[car] >= BLOCKS_AFTER_STOP;
            uplinks.get(car).send(logger.block(off[car]), platform);
        }
        platform.accept(trackside.block(ended()));
    }

    /** Whether all of them are switched off. */
    public boolean ended() {
        for (boolean one : off) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    private SourceDeclaration declaration(
            String format,
            Optional<String> vehicle,
            Optional<String> driver,
            List<DeclaredGate> gates) {
        String circuit = race.circuit().name();
        String name = circuit.substring(0, 1).toUpperCase(Locale.ROOT) + circuit.substring(1);
        return new SourceDeclaration(
                format,
                "Race at " + name + " (simulated)",
                Optional.of(name),
                vehicle,
                driver,
                gates,
                List.of());
    }

    private List<DeclaredGate> gates() {
        List<DeclaredGate> gates = new ArrayList<>();
        gates.add(gate(DeclaredGate.Kind.START_FINISH, "start-finish", 0, LINE_BEYOND_EDGE_M));
        for (int gate = 1; gate < race.gates(); gate++) {
            gates.add(
                    gate(
                            DeclaredGate.Kind.SECTOR,
                            "sector " + gate,
                            race.gateMetres(gate),
                            GATE_BEYOND_EDGE_M));
        }
        return gates;
    }

    private DeclaredGate gate(DeclaredGate.Kind kind, String name, double metres, double beyond) {
        Circuit circuit = race.circuit();
        double half = circuit.width(metres) / 2 + beyond;
        double[] left = circuit.place(metres, half);
        double[] right = circuit.place(metres, -half);
        return new DeclaredGate(
                kind,
                name,
                new DeclaredGate.Line(
                        circuit.latitude(left[1]),
                        circuit.longitude(left[0]),
                        circuit.latitude(right[1]),
                        circuit.longitude(right[0])));
    }
}
