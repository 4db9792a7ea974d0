package dev.vitalcore.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The laps of a recording as rows. */
final class LapsTable {
    private static final List<String> FOR_HUMANS =
            List.of("lap", "kind", "start_s", "time", "best", "sectors_s", "witness");

    private LapsTable() {}

    /** For a spreadsheet: all that is known, times as numbers too. */
    static Table whole(List<LapsReport.Lap> laps) {
        Table table =
                new Table(
                        "lap",
                        "kind",
                        "start_s",
                        "time",
                        "time_s",
                        "sectors_s",
                        "witness",
                        "uncertainty_s",
                        "uncertain",
                        "best",
                        "stated_number");
        for (LapsReport.Lap lap : laps) {
            table.row(
                    Integer.toString(lap.number()),
                    lap.kind(),
                    seconds(lap.startS()),
                    clock(lap.timeS()),
                    seconds(lap.timeS()),
                    sectors(lap),
                    lap.witness(),
                    seconds(lap.uncertaintyS()),
                    Boolean.toString(lap.uncertain()),
                    Boolean.toString(lap.best()),
                    stated(lap));
        }
        return table;
    }

    /**
     * Marks the best lap; says of uncertain laps how far they may be off and of laps that the
     * logger calls otherwise what it calls them, and nothing where there are none.
     */
    static Table forHumans(List<LapsReport.Lap> laps) {
        boolean anyUncertain = laps.stream().anyMatch(LapsReport.Lap::uncertain);
        boolean anyOther = laps.stream().anyMatch(LapsTable::statedOtherwise);
        List<String> heads = new ArrayList<>(FOR_HUMANS);
        if (anyUncertain) {
            heads.add("uncertain");
        }
        if (anyOther) {
            heads.add("logger's lap");
        }
        Table table = new Table(heads.toArray(String[]::new));
        for (LapsReport.Lap lap : laps) {
            List<String> cells =
                    new ArrayList<>(
                            List.of(
                                    Integer.toString(lap.number()),
                                    lap.kind(),
                                    seconds(lap.startS()),
                                    clock(lap.timeS()),
                                    lap.best() ? "best" : "",
                                    sectors(lap),
                                    lap.witness()));
            if (anyUncertain) {
                cells.add(mark(lap));
            }
            if (anyOther) {
                cells.add(stated(lap));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static boolean statedOtherwise(LapsReport.Lap lap) {
        Integer stated = lap.statedNumber();
        return stated != null && stated != lap.number();
    }

    private static String stated(LapsReport.Lap lap) {
        Integer stated = lap.statedNumber();
        return stated == null ? "" : stated.toString();
    }

    private static String mark(LapsReport.Lap lap) {
        return lap.uncertain() ? String.format(Locale.ROOT, "±%.1f s", lap.uncertaintyS()) : "";
    }

    private static String sectors(LapsReport.Lap lap) {
        return lap.sectorsS().stream().map(LapsTable::seconds).collect(Collectors.joining(" "));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    /** Minutes, seconds and thousandths, as on a stop watch. */
    private static String clock(double seconds) {
        long millis = Math.round(seconds * 1_000);
        return String.format(
                Locale.ROOT, "%d:%02d.%03d", millis / 60_000, millis / 1_000 % 60, millis % 1_000);
    }
}
