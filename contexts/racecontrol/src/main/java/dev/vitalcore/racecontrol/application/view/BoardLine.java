package dev.vitalcore.racecontrol.application.view;

import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionKind;

/**
 * A session on the board. What is counted is what is to be dealt with now.
 *
 * @param phase as the domain spells it, e.g. {@code safety-car}
 * @param sinceNanos when the phase began
 * @param position of the last decision that is in it
 */
public record BoardLine(
        String session,
        String name,
        SessionKind kind,
        String circuit,
        long startNanos,
        String phase,
        long sinceNanos,
        int entries,
        int flaggedSectors,
        int openIncidents,
        int openPenalties,
        int openProtests,
        long position) {}
