package dev.vitalcore.simulation;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.simulation.race.Race;
import dev.vitalcore.simulation.race.RaceSettings;
import dev.vitalcore.simulation.race.Truth;
import dev.vitalcore.simulation.sensor.Loggers;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * The blocks of all cars of a race and of the circuit, in the order in which they reach the
 * platform. Equal settings give equal blocks. Used by one thread.
 */
public final class RaceFeed implements Iterator<TelemetryBlock> {
    private final Race race;
    private final Loggers loggers;
    private final Queue<TelemetryBlock> ready = new ArrayDeque<>();

    /**
     * @param startNanos event time of the first sample, nanoseconds since the epoch
     */
    public RaceFeed(RaceSettings settings, SessionId session, long startNanos) {
        race = new Race(settings);
        loggers = new Loggers(race, session, startNanos);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !loggers.ended()) {
            loggers.drive(ready::add);
        }
        return !ready.isEmpty();
    }

    @Override
    public TelemetryBlock next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the race is over");
        }
        return ready.remove();
    }

    /** What truly happened up to the last block. For tests: the platform does not know it. */
    public Truth truth() {
        return race.truth();
    }
}
