package dev.vitalcore.edge.format;

import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Kind;
import dev.vitalcore.contracts.telemetry.DeclaredGate.Line;
import dev.vitalcore.edge.input.Decimals;
import dev.vitalcore.edge.input.Fields;
import dev.vitalcore.edge.input.LineReader;
import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.Text;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of a SpeedAngle lap timer file ({@code .sa}), which lies beside a VBO converted from it:
 * date, track and timing lines. Line 1 is the start/finish line, the others are splits.
 *
 * <pre>
 *   #D=08-30-2020 14:01:51=
 *   #S=GRATTAN        =
 *   &lt;trackplan #sectors=2>
 *   1,43.093952,-85.385591,43.093680,-85.386009      number and the two ends, degrees
 * </pre>
 */
record SpeedAngleFile(
        Optional<LocalDateTime> created, Optional<String> track, List<DeclaredGate> gates) {
    private static final int HEAD_LINES = 200;
    private static final int LINE_FIELDS = 5;
    private static final int LONGEST = 100;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MM-dd-yyyy HH:mm:ss", Locale.ROOT);

    /** Empty where the file is something else. */
    static Optional<SpeedAngleFile> read(Path path) {
        RecordingFile file = RecordingFile.of(path);
        if (!recognises(file)) {
            return Optional.empty();
        }
        try (LineReader lines = file.lines()) {
            return Optional.of(read(lines.peek(HEAD_LINES)));
        }
    }

    static boolean recognises(RecordingFile file) {
        return file.headText().contains("<trackplan");
    }

    private static SpeedAngleFile read(List<String> head) {
        List<DeclaredGate> gates = new ArrayList<>();
        boolean plan = false;
        for (String line : head) {
            if (line.startsWith("<trackplan")) {
                plan = true;
            } else if (line.startsWith("</trackplan")) {
                break;
            } else if (plan) {
                gate(line).ifPresent(gates::add);
            }
        }
        return new SpeedAngleFile(
                value(head, "#D=").flatMap(SpeedAngleFile::date), value(head, "#S="), gates);
    }

    private static Optional<String> value(List<String> head, String key) {
        return head.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).replace("=", "").strip())
                .map(text -> Text.abbreviate(text, LONGEST))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static Optional<LocalDateTime> date(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, DATE)).filter(Times::isPlausible);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<DeclaredGate> gate(String line) {
        List<String> fields = Fields.separatedBy(',').split(line);
        if (fields.size() < LINE_FIELDS) {
            return Optional.empty();
        }
        double[] ends = fields.stream().skip(1).mapToDouble(Decimals::parse).toArray();
        for (double end : ends) {
            if (Double.isNaN(end)) {
                return Optional.empty();
            }
        }
        boolean first = fields.getFirst().equals("1");
        return Optional.of(
                new DeclaredGate(
                        first ? Kind.START_FINISH : Kind.SECTOR,
                        first ? "start-finish" : "split " + fields.getFirst(),
                        new Line(ends[0], ends[1], ends[2], ends[3])));
    }
}
