package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.racecontrol.application.view.BoardLine;

/** A session on the board, with what is to be dealt with in it. */
public record BoardLineJson(
        String session,
        String name,
        String kind,
        String circuit,
        String start,
        String phase,
        String since,
        int entries,
        int flaggedSectors,
        int openIncidents,
        int openPenalties,
        int openProtests,
        long position) {
    public static BoardLineJson of(BoardLine line) {
        return new BoardLineJson(
                line.session(),
                line.name(),
                Words.of(line.kind()),
                line.circuit(),
                EpochNanos.toInstant(line.startNanos()).toString(),
                line.phase(),
                EpochNanos.toInstant(line.sinceNanos()).toString(),
                line.entries(),
                line.flaggedSectors(),
                line.openIncidents(),
                line.openPenalties(),
                line.openProtests(),
                line.position());
    }
}
