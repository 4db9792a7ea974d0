package dev.vitalcore.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The laps of a recording as rows. */
final class LapsTable {
    private static final List<String> ALWAYS =
            List.of("lap", "kind", "start_s", "time", "sectors_s", "witness");

    private LapsTable() {}

    /** For a spreadsheet: how far each time may be off, and whether the lap is uncertain. */
    static Table whole(List<LapsReport.Lap> laps) {
        Table table = new Table(with(ALWAYS, "uncertainty_s", "uncertain"));
        for (LapsReport.Lap lap : laps) {
            table.row(
                    with(
                            cells(lap),
                            String.format(Locale.ROOT, "%.3f", lap.uncertaintyS()),
                            Boolean.toString(lap.uncertain())));
        }
        return table;
    }

    /** Says of uncertain laps how far they may be off, and nothing where there are none. */
    static Table forHumans(List<LapsReport.Lap> laps) {
        boolean mark = laps.stream().anyMatch(LapsReport.Lap::uncertain);
        Table table = new Table(mark ? with(ALWAYS, "uncertain") : with(ALWAYS));
        for (LapsReport.Lap lap : laps) {
            table.row(mark ? with(cells(lap), mark(lap)) : with(cells(lap)));
        }
        return table;
    }

    private static String mark(LapsReport.Lap lap) {
        return lap.uncertain() ? String.format(Locale.ROOT, "±%.1f s", lap.uncertaintyS()) : "";
    }

    private static List<String> cells(LapsReport.Lap lap) {
        return List.of(
                Integer.toString(lap.number()),
                lap.kind(),
                String.format(Locale.ROOT, "%.3f", lap.startS()),
                clock(lap.timeS()),
                lap.sectorsS().stream()
                        .map(sector -> String.format(Locale.ROOT, "%.3f", sector))
                        .collect(Collectors.joining(" ")),
                lap.witness());
    }

    private static String[] with(List<String> cells, String... more) {
        List<String> all = new ArrayList<>(cells);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** Minutes, seconds and thousandths, as on a stop watch. */
    private static String clock(double seconds) {
        long millis = Math.round(seconds * 1_000);
        return String.format(
                Locale.ROOT, "%d:%02d.%03d", millis / 60_000, millis / 1_000 % 60, millis % 1_000);
    }
}
