package dev.vitalcore.app;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.telemetry.domain.Calibration;
import dev.vitalcore.telemetry.domain.Calibration.Correction;
import dev.vitalcore.telemetry.domain.Calibrations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Corrections of sensors, given by the user in a CSV file ({@code docs/calibration-file.md}).
 *
 * <pre>
 * entry,channel,gain,offset
 * fp1/11a,brake_pressure_front,1.02,-0.4
 * </pre>
 */
final class CalibrationFile {
    private static final String HEADER = "entry,channel,gain,offset";
    private static final int CELLS = 4;

    private CalibrationFile() {}

    /**
     * Reads a calibration file.
     *
     * @throws Fault of kind USER naming file and line
     */
    static Calibrations read(Path path) {
        List<String> lines = lines(path);
        if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
            throw invalid(path, 1, "it is not '" + HEADER + "'");
        }
        Map<EntryId, Map<String, Correction>> corrections = new HashMap<>();
        for (int index = 1; index < lines.size(); index++) {
            try {
                take(lines.get(index).strip(), corrections);
            } catch (IllegalArgumentException unusable) {
                throw invalid(path, index + 1, String.valueOf(unusable.getMessage()));
            }
        }
        Map<EntryId, Calibration> ofEntries = new HashMap<>();
        corrections.forEach((entry, its) -> ofEntries.put(entry, new Calibration(its)));
        return new Calibrations(Map.of(), ofEntries);
    }

    private static void take(String line, Map<EntryId, Map<String, Correction>> corrections) {
        if (line.isEmpty()) {
            return;
        }
        String[] cells = line.split(",", -1);
        if (cells.length != CELLS) {
            throw new IllegalArgumentException(
                    "'%s' has %s, not %d"
                            .formatted(
                                    Text.abbreviate(line, 100),
                                    Count.of(cells.length, "cell"),
                                    CELLS));
        }
        Correction correction = new Correction(number(cells[2]), number(cells[3]));
        EntryId entry = EntryId.parse(cells[0].strip());
        String channel = cells[1].strip();
        if (corrections.computeIfAbsent(entry, any -> new HashMap<>()).put(channel, correction)
                != null) {
            throw new IllegalArgumentException(entry + " has '" + channel + "' twice");
        }
    }

    private static double number(String cell) {
        try {
            return Double.parseDouble(cell.strip());
        } catch (NumberFormatException notNumber) {
            throw new IllegalArgumentException(
                    "'" + Text.abbreviate(cell, 40) + "' is no number", notNumber);
        }
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path, StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw Fault.user(
                    "calibration-file-unreadable",
                    "calibration file " + path + " cannot be read: " + Reason.of(problem),
                    "check the path and the permissions",
                    problem);
        }
    }

    private static Fault invalid(Path path, int line, String why) {
        return Fault.user(
                "calibration-file-invalid",
                "calibration file " + path + ", line " + line + ": " + why,
                "docs/calibration-file.md shows the form");
    }
}
