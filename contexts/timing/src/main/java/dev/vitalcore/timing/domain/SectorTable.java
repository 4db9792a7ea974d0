package dev.vitalcore.timing.domain;

import java.util.ArrayList;
import java.util.List;

/** The laps with their sectors, and the sectors of the lap under way. */
record SectorTable(List<Verdict.Lap> laps, List<Verdict.Sector> sectors) {
    /** A reported lap time moves the end of a lap by less than this against its passing. */
    private static final long SAME_INSTANT_NANOS = 1_000_000_000L;

    /**
     * @param over whether no lap is under way any more
     */
    static SectorTable of(
            List<Verdict.Lap> cut, List<Passing> passings, Sectors sectors, boolean over) {
        List<Verdict.Lap> laps = new ArrayList<>();
        List<Verdict.Sector> found = new ArrayList<>();
        for (Verdict.Lap lap : cut) {
            boolean fromLine = isKnown(lap.startNanos(), passings, sectors);
            if (fromLine) {
                boolean toLine = isKnown(lap.endNanos(), passings, sectors);
                long end = toLine ? lap.endNanos() : Long.MAX_VALUE;
                Sectors.Division division = sectors.divide(lap.startNanos(), end);
                boolean whole = division.complete() && division.nanos().size() > 1;
                add(found, laps.size() + 1, lap.startNanos(), within(division.nanos(), lap));
                laps.add(whole ? lap.withSectors(division.nanos()) : lap);
            } else {
                laps.add(lap);
            }
        }
        if (!over) {
            addOpenLap(found, laps, passings, sectors);
        }
        return new SectorTable(laps, found);
    }

    private static void addOpenLap(
            List<Verdict.Sector> found,
            List<Verdict.Lap> laps,
            List<Passing> passings,
            Sectors sectors) {
        if (passings.isEmpty()) {
            return;
        }
        long start = passings.getLast().at();
        boolean open = laps.isEmpty() || laps.getLast().startNanos() < start;
        if (open && isKnown(start, passings, sectors)) {
            Sectors.Division division = sectors.divide(start, Long.MAX_VALUE);
            add(found, laps.size() + 1, start, division.nanos());
        }
    }

    private static List<Long> within(List<Long> nanos, Verdict.Lap lap) {
        List<Long> kept = new ArrayList<>();
        long sum = 0;
        for (long sector : nanos) {
            sum += sector;
            if (sum <= lap.durationNanos() + SAME_INSTANT_NANOS) {
                kept.add(sector);
            }
        }
        return kept;
    }

    private static void add(List<Verdict.Sector> found, int lap, long start, List<Long> nanos) {
        long from = start;
        for (int index = 0; index < nanos.size(); index++) {
            found.add(new Verdict.Sector(lap, index + 1, from, nanos.get(index)));
            from += nanos.get(index);
        }
    }

    /** Whether the line was passed then, and known well enough to measure a sector from it. */
    private static boolean isKnown(long time, List<Passing> passings, Sectors sectors) {
        return passings.stream()
                .filter(passing -> Math.abs(passing.at() - time) < SAME_INSTANT_NANOS)
                .anyMatch(passing ->
                        sectors.areStated() || !LapCertainty.uncertain(passing.uncertaintyNanos()));
    }
}
