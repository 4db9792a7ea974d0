package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The header row of a generic CSV, which may stand below other lines.
 *
 * @param line its number, from 1
 * @param time index of the time column
 */
record CsvHeader(int line, Fields fields, List<HeaderCell> cells, int time) {
    static final int SEARCHED_LINES = 50;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    /** The most telling first; compared without case and without blanks and underscores. */
    private static final List<String> TIME_NAMES =
            List.of(
                    "timestamp",
                    "unixtime",
                    "datetime",
                    "utc",
                    "time",
                    "gpstime",
                    "elapsedtime",
                    "sessiontime",
                    "t");

    /** As CsvFormat of the gateway writes them. */
    private static final HeaderCell EXPORTED_SECONDS = new HeaderCell("time_s", "");

    private static final HeaderCell EXPORTED_UTC = new HeaderCell("utc", "");
    private static final Set<String> UNITS_IN_NAME = Set.of("s", "ms", "us", "ns");

    /** The first line with a time column and another one. */
    static Optional<CsvHeader> find(List<String> lines) {
        for (int i = 0; i < Math.min(lines.size(), SEARCHED_LINES); i++) {
            Optional<CsvHeader> header = of(lines.get(i), i + 1);
            if (header.isPresent()) {
                return header;
            }
        }
        return Optional.empty();
    }

    private static Optional<CsvHeader> of(String text, int line) {
        Fields fields = Fields.separatedBy(separator(text));
        List<HeaderCell> cells =
                new ArrayList<>(fields.split(text).stream().map(HeaderCell::of).toList());
        if (cells.size() > 1 && cells.getLast().name().isEmpty()) {
            cells.removeLast();
        }
        int time = timeColumn(cells);
        return cells.size() > 1 && time >= 0
                ? Optional.of(new CsvHeader(line, fields, List.copyOf(cells), time))
                : Optional.empty();
    }

    private static char separator(String text) {
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS) {
            long count = text.chars().filter(c -> c == separator).count();
            if (count > most) {
                best = separator;
                most = count;
            }
        }
        return best;
    }

    private static int timeColumn(List<HeaderCell> cells) {
        for (String name : TIME_NAMES) {
            for (int i = 0; i < cells.size(); i++) {
                if (plain(cells.get(i).name()).equals(name)
                        || unitInName(cells.get(i).name(), name).isPresent()) {
                    return i;
                }
            }
        }
        return -1;
    }

    /**
     * Whether it is the {@code time_s} of our own export, which has {@code utc} beside it: the same
     * times once more. What other files have beside their time is theirs to keep.
     */
    boolean repeatsTheTime(int column) {
        return cells.get(column).equals(EXPORTED_SECONDS) && cells.get(time).equals(EXPORTED_UTC);
    }

    /** A clock for the time column, in the unit that its header states. */
    CsvClock clock() {
        HeaderCell cell = cells.get(time);
        Optional<String> inName =
                TIME_NAMES.stream()
                        .flatMap(name -> unitInName(cell.name(), name).stream())
                        .findFirst();
        String unit = cell.unit().isEmpty() ? inName.orElse("") : cell.unit();
        return new CsvClock(time, Times.nanosPer(unit));
    }

    /** The unit in names like {@code TimestampMS} and {@code time_s}. */
    private static Optional<String> unitInName(String cell, String name) {
        String plain = plain(cell);
        return plain.startsWith(name) && UNITS_IN_NAME.contains(plain.substring(name.length()))
                ? Optional.of(plain.substring(name.length()))
                : Optional.empty();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }
}
