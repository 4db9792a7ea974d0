package dev.vitalcore.simulation.sensor;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.simulation.race.RaceCar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The radio of one car. Behind the hill it is cut off on some laps; what was held back comes when
 * the car is out again, behind the block that was made then.
 */
final class Uplink {
    private static final double HILL_FROM = 0.56;
    private static final double HILL_UNTIL = 0.60;
    private static final double CUT_OFF = 0.15;

    private final RaceCar car;
    private final SplittableRandom random;
    private final Deque<TelemetryBlock> held = new ArrayDeque<>();
    private int decidedForLap;
    private boolean cutOff;

    Uplink(RaceCar car, SplittableRandom random) {
        this.car = car;
        this.random = random;
    }

    void send(TelemetryBlock block, Consumer<TelemetryBlock> platform) {
        if (car.lap() != decidedForLap) {
            decidedForLap = car.lap();
            cutOff = random.nextDouble() < CUT_OFF;
        }
        double share = car.circuit().within(car.metres()) / car.circuit().length();
        boolean hidden = cutOff && share >= HILL_FROM && share <= HILL_UNTIL && !block.last();
        if (hidden) {
            held.add(block);
            return;
        }
        platform.accept(block);
        while (!held.isEmpty()) {
            platform.accept(held.poll());
        }
    }
}
