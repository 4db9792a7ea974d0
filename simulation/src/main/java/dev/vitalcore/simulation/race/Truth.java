package dev.vitalcore.simulation.race;

import java.util.ArrayList;
import java.util.List;

/**
 * What truly happened, in the order of time: for tests, never for the platform. Times are seconds
 * since the first sample of the race.
 */
public final class Truth {
    /**
     * @param car index of the car
     * @param gate 0 the line, then the sector gates
     * @param lap that it belongs to, from 1; the passing of the line that begins lap 1 is the start
     */
    public record Passing(int car, int gate, int lap, double seconds) {}

    /** A stop in the box. */
    public record Stop(int car, int lap, double from, double until) {}

    /** What went wrong. */
    public enum Kind {
        WIDE,
        SPIN,
        PUNCTURE,
        BREAKDOWN,
        /** Of two cars; told for each of them. */
        CONTACT
    }

    public record Incident(int car, Kind kind, double seconds) {}

    /** What race control shows. */
    public enum Flag {
        GREEN,
        YELLOW,
        SAFETY_CAR,
        CHEQUERED
    }

    /** A change of the flag. */
    public record FlagShown(Flag flag, double seconds) {}

    private final List<Passing> passings = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final List<FlagShown> flags = new ArrayList<>();

    void passed(int car, int gate, int lap, double seconds) {
        passings.add(new Passing(car, gate, lap, seconds));
    }

    void stopped(int car, int lap, double from, double until) {
        stops.add(new Stop(car, lap, from, until));
    }

    void happened(int car, Kind kind, double seconds) {
        incidents.add(new Incident(car, kind, seconds));
    }

    void shown(Flag flag, double seconds) {
        flags.add(new FlagShown(flag, seconds));
    }

    public List<Passing> passings() {
        return List.copyOf(passings);
    }

    public List<Stop> stops() {
        return List.copyOf(stops);
    }

    public List<Incident> incidents() {
        return List.copyOf(incidents);
    }

    public List<FlagShown> flags() {
        return List.copyOf(flags);
    }
}
