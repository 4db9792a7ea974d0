package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The laps of one entry as its timing events tell them, in whatever order and however often they
 * come: of each subject the highest revision holds. Not thread-safe.
 */
public final class LapBook {
    private final Map<String, Integer> revisions = new HashMap<>();
    private final TreeMap<Integer, TimingEvent.LapCompleted> laps = new TreeMap<>();
    private final TreeMap<Integer, TimingEvent.GatePassed> passings = new TreeMap<>();
    private final Map<String, TimingEvent.SectorCompleted> sectors = new HashMap<>();
    private final Map<String, TimingEvent.TimingWarned> warnings = new HashMap<>();
    private TimingEvent.@Nullable TrackAdopted track;

    /** Takes an event; false where a revision as high was known already. */
    public boolean apply(TimingEvent event) {
        int known = revisions.getOrDefault(event.subject(), 0);
        if (event.revision() <= known) {
            return false;
        }
        revisions.put(event.subject(), event.revision());
        switch (event) {
            case TimingEvent.LapCompleted lap -> laps.put(lap.number(), lap);
            case TimingEvent.Withdrawn withdrawn -> remove(withdrawn.subject());
            case TimingEvent.SectorCompleted sector -> sectors.put(sector.subject(), sector);
            case TimingEvent.GatePassed passing -> passings.put(passing.index(), passing);
            case TimingEvent.TimingWarned warning -> warnings.put(warning.subject(), warning);
            case TimingEvent.TrackAdopted adopted -> track = adopted;
        }
        return true;
    }

    private void remove(String subject) {
        laps.values().removeIf(lap -> lap.subject().equals(subject));
        passings.values().removeIf(passing -> passing.subject().equals(subject));
        sectors.remove(subject);
        warnings.remove(subject);
    }

    /** By number. */
    public List<TimingEvent.LapCompleted> laps() {
        return List.copyOf(laps.values());
    }

    /** By index. */
    public List<TimingEvent.GatePassed> passings() {
        return List.copyOf(passings.values());
    }

    /** By lap, then sector. */
    public List<TimingEvent.SectorCompleted> sectors() {
        List<TimingEvent.SectorCompleted> sorted = new ArrayList<>(sectors.values());
        sorted.sort(
                Comparator.comparingInt(TimingEvent.SectorCompleted::lap)
                        .thenComparingInt(TimingEvent.SectorCompleted::sector));
        return sorted;
    }

    /** By time. */
    public List<TimingEvent.TimingWarned> warnings() {
        List<TimingEvent.TimingWarned> sorted = new ArrayList<>(warnings.values());
        sorted.sort(
                Comparator.comparingLong(TimingEvent.TimingWarned::timeNanos)
                        .thenComparing(TimingEvent.TimingWarned::code));
        return sorted;
    }

    /** The gates in use; empty where laps come from a logger alone. */
    public Optional<TimingEvent.TrackAdopted> track() {
        return Optional.ofNullable(track);
    }
}
