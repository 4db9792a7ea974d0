package dev.vitalcore.racecontrol.application;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyImposed;
import dev.vitalcore.racecontrol.domain.Subject;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Which decisions concern an object: those that name it, and what became of the penalties that do.
 * To be asked for the decisions of a session in their order. Not thread-safe.
 */
public final class Concern {
    private final Subject object;
    private final Set<Subject> named = new HashSet<>();

    public Concern(Subject object) {
        this.object = object;
        named.add(object);
    }

    /** Whether the next decision concerns the object. */
    public boolean takes(RaceEvent event) {
        Set<Subject> subjects = Subject.allOf(event);
        if (event instanceof PenaltyImposed && subjects.contains(object)) {
            named.add(Subject.of(event));
        }
        return !Collections.disjoint(named, subjects);
    }
}
