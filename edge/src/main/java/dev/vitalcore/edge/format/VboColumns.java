package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.Fields;
import dev.vitalcore.kernel.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Names and units of the columns of a VBO file. The units stand in two places: as the last word of
 * a {@code [header]} line of a standard channel, and under {@code [channel units]}, one line for
 * each other channel. The files known here do not keep to the number that this gives (they have
 * lines for channels that they do not log), but the last lines belong to the last columns; so units
 * are dealt out from the end, as far as no standard channel comes.
 */
record VboColumns(List<String> names, List<String> units) {
    private static final Set<String> STANDARD =
            Set.of(
                    "sats",
                    "time",
                    "lat",
                    "long",
                    "velocity",
                    "heading",
                    "height",
                    "vert-vel",
                    "vertvel",
                    "longacc",
                    "latacc",
                    "tsample",
                    "distance",
                    "event-1",
                    "solution_type",
                    "glonass_sats",
                    "gps_sats",
                    "imu_kalman_filter_status",
                    "velocity_quality",
                    "avifileindex",
                    "avitime",
                    "avisynctime",
                    "_lat",
                    "_long",
                    "_velocity",
                    "_heading",
                    "_height",
                    "_vert-vel");

    /**
     * @param width fields that the rows have; 0 where there are no rows
     */
    static VboColumns of(VboHeader header, int width) {
        List<String> written = header.section("header");
        List<String> names =
                Fields.blanks().split(String.join(" ", header.section("column names")));
        boolean headerFits = width > 0 && written.size() == width;
        if (names.isEmpty() || (names.size() != width && headerFits)) {
            names = written;
        }
        if (width > 0 && names.size() > width) {
            names = names.subList(0, width);
        }
        String[] units = new String[names.size()];
        Arrays.fill(units, "");
        if (written.size() == names.size()) {
            for (int i = 0; i < units.length; i++) {
                units[i] = lastWord(written.get(i));
            }
        }
        dealOut(header.units(), names, units);
        return new VboColumns(List.copyOf(names), List.of(units));
    }

    private static void dealOut(List<String> lines, List<String> names, String[] units) {
        int column = names.size() - 1;
        int line = lines.size() - 1;
        while (column >= 0 && line >= 0 && !isStandard(names.get(column))) {
            units[column--] = lines.get(line--).strip();
        }
    }

    private static boolean isStandard(String name) {
        return STANDARD.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The last word where it is a unit, as in {@code velocity kmh}. */
    private static String lastWord(String line) {
        int blank = line.lastIndexOf(' ');
        String word = blank < 0 ? "" : line.substring(blank + 1);
        return Unit.find(word).isPresent() ? word : "";
    }

    int size() {
        return names.size();
    }

    String name(int column) {
        return names.get(column);
    }

    String unit(int column) {
        return units.get(column);
    }

    OptionalInt index(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
