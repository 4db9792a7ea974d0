package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.LineReader;
import dev.vitalcore.kernel.Text;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything of a VBO file before its {@code [data]}.
 *
 * @param created local time of the logger; it fixes the date, for rows carry the time of day only
 * @param sections lines of each section by its lower-case name
 */
record VboHeader(Optional<LocalDateTime> created, Map<String, List<String>> sections) {
    private static final int LINES_LIMIT = 20_000;
    private static final int LONGEST_VALUE = 200;
    private static final String CREATED = "file created on";

    /** Reads up to and with {@code [data]}. */
    static VboHeader read(LineReader lines) {
        Map<String, List<String>> sections = new HashMap<>();
        List<String> section = new ArrayList<>();
        Optional<LocalDateTime> created = Optional.empty();
        for (String line = lines.next(); line != null; line = lines.next()) {
            Optional<String> heading = heading(line);
            if (heading.isPresent() && heading.get().equals("data")) {
                return new VboHeader(created, sections);
            }
            if (lines.number() > LINES_LIMIT) {
                break;
            }
            if (heading.isPresent()) {
                section = new ArrayList<>();
                sections.put(heading.get(), section);
            } else if (line.toLowerCase(Locale.ROOT).startsWith(CREATED)) {
                created = VboDates.created(line.substring(CREATED.length()));
            } else {
                section.add(line);
            }
        }
        throw lines.file().damaged("it has no [data] section; the file ends in its header");
    }

    /** Lower-case name of a section where the line begins one. */
    static Optional<String> heading(String line) {
        String text = line.strip();
        return text.length() > 2 && text.startsWith("[") && text.endsWith("]")
                ? Optional.of(text.substring(1, text.length() - 1).strip().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Lines of a section that are not blank; empty where there is no such section. */
    List<String> section(String name) {
        return sections.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Value of a line {@code key value} in a section. */
    Optional<String> value(String section, String key) {
        return section(section).stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(key + " "))
                .map(line -> Text.abbreviate(line.substring(key.length()).strip(), LONGEST_VALUE))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Unit lines with blank ones: a channel without unit may have a blank line. */
    List<String> units() {
        List<String> lines = new ArrayList<>(sections.getOrDefault("channel units", List.of()));
        // The blank line between two sections is no unit.
        if (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        return lines;
    }
}
