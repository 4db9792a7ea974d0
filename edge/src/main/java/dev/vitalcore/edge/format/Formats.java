package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.RecordingFile;
import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The known formats, in the order in which they are asked: the special before the general. */
public final class Formats {
    private static final List<RecordingFormat> KNOWN =
            List.of(
                    new MotecLdFormat(),
                    new VboFormat(),
                    new CompanionFormat(),
                    new RaceChronoFormat(),
                    new TraqmateFormat(),
                    new GrCupFormat(),
                    new SimSessionFormat(),
                    new GenericCsvFormat());

    private Formats() {}

    /**
     * The format of a file.
     *
     * @throws Fault of kind USER: {@code recording-empty}, {@code recording-unknown-format}
     */
    public static RecordingFormat of(RecordingFile file) {
        if (file.head().length == 0) {
            throw file.empty("the file is empty");
        }
        return find(file).orElseThrow(() -> unknown(file));
    }

    public static Optional<RecordingFormat> find(RecordingFile file) {
        return KNOWN.stream().filter(format -> format.recognises(file)).findFirst();
    }

    private static Fault unknown(RecordingFile file) {
        String remedy =
                "known are: "
                        + KNOWN.stream()
                                .filter(format -> !(format instanceof CompanionFormat))
                                .map(RecordingFormat::name)
                                .collect(Collectors.joining(", "))
                        + "; any other table can be given as generic CSV (docs/generic-csv.md)";
        return Fault.user(
                "recording-unknown-format",
                file.path() + Kinds.describe(file.head()),
                Kinds.remedy(file).map(first -> first + "; " + remedy).orElse(remedy));
    }

    /** Files that are no recording but can be named. */
    private static final class Kinds {
        private static final String SESSION = "session.json";

        private Kinds() {}

        static String describe(byte[] head) {
            if (isZip(head)) {
                return " is a ZIP archive, not a recording";
            }
            if (isUtf16(head)) {
                return " is UTF-16 text, which no recording format uses";
            }
            return " is of no known recording format";
        }

        static Optional<String> remedy(RecordingFile file) {
            if (isZip(file.head())) {
                return Optional.of(
                        holdsRaceChronoSession(file.path())
                                ? "export the session from RaceChrono as CSV v3"
                                : "unpack it and open what is in it");
            }
            return isUtf16(file.head()) ? Optional.of("save it as UTF-8") : Optional.empty();
        }

        /** As RaceChrono saves and shares a session, in a format of its own. */
        private static boolean holdsRaceChronoSession(Path path) {
            try (ZipFile zip = new ZipFile(path.toFile())) {
                return zip.stream()
                        .map(ZipEntry::getName)
                        .anyMatch(name -> name.equals(SESSION) || name.endsWith("/" + SESSION));
            } catch (IOException cutShort) {
                return false;
            }
        }

        private static boolean isZip(byte[] head) {
            return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] < 9;
        }

        private static boolean isUtf16(byte[] head) {
            return head.length > 1
                    && ((head[0] == (byte) 0xff && head[1] == (byte) 0xfe)
                            || (head[0] == (byte) 0xfe && head[1] == (byte) 0xff));
        }
    }
}
