package dev.vitalcore.app.command;

import dev.vitalcore.app.ExitCodes;
import dev.vitalcore.app.WrongUsage;
import dev.vitalcore.app.feed.FileDownload;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Samples of a session of the running platform as a file. */
@Command(
        name = "export",
        description = "Writes samples of the running platform to a file (docs/exports.md).",
        mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
    /** As the platform takes them; so wrong ones are told without it. */
    static final List<String> FORMATS = List.of("csv", "motec-csv", "parquet");

    static final List<String> FILLS = List.of("linear", "none");

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "SESSION", description = "as the page or GET /sessions calls it")
    private String session;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, motec-csv or parquet (default: csv)")
    private @Nullable String format;

    @Option(
            names = "--cars",
            paramLabel = "CARS",
            description = "separated by commas; several become a ZIP archive (default: all)")
    private @Nullable String cars;

    @Option(
            names = "--channels",
            paramLabel = "NAMES",
            description = "separated by commas (default: all of each car)")
    private @Nullable String channels;

    @Option(
            names = "--from",
            paramLabel = "S",
            description = "seconds since the session's first sample")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "S", description = "up to there")
    private @Nullable String to;

    @Option(names = "--lap", paramLabel = "N", description = "one lap of the one car of --cars")
    private @Nullable String lap;

    @Option(
            names = "--hz",
            paramLabel = "RATE",
            description = "rows a second (default: at the times of the fastest channel)")
    private @Nullable String hz;

    @Option(
            names = "--fill",
            paramLabel = "HOW",
            description =
                    "linear: slower channels are interpolated; none: they are blank between their"
                            + " samples (default: linear)")
    private @Nullable String fill;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "where to (default: named after session and car, in this folder)")
    private @Nullable Path out;

    @Option(names = "--force", description = "replaces the file where it is there already")
    private boolean force;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "the running platform (default: ${DEFAULT-VALUE})")
    private URI server = URI.create("http://127.0.0.1:" + UpCommand.DEFAULT_PORT);

    @Option(
            names = {"-q", "--quiet"},
            description = "no progress")
    private boolean quiet;

    /** Picocli fills the fields. */
    @SuppressWarnings("NullAway.Init")
    public ExportCommand() {}

    @Override
    public Integer call() {
        if (session.isBlank()) {
            throw new WrongUsage("SESSION is empty", "give the name of a session");
        }
        requireOneOf("--format", format, FORMATS);
        requireOneOf("--fill", fill, FILLS);
        requireFolder();
        FileDownload.Written written;
        try (ByteProgress progress =
                new ByteProgress(
                        Progress.Reader.unless(quiet),
                        spec.commandLine().getErr(),
                        System::nanoTime)) {
            written =
                    new FileDownload(server, force, progress)
                            .take(path(), Optional.ofNullable(out));
        }
        spec.commandLine()
                .getOut()
                .println(ByteProgress.size(written.bytes()) + " in " + written.file());
        spec.commandLine().getOut().flush();
        return ExitCodes.DONE;
    }

    private static void requireOneOf(String option, @Nullable String value, List<String> known) {
        if (value != null && !known.contains(value)) {
            throw new WrongUsage(
                    option + " " + value + " is not known", "take " + String.join(", ", known));
        }
    }

    private void requireFolder() {
        Path folder = out == null ? null : out.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new WrongUsage(
                    "--out " + out + ": there is no folder " + folder,
                    "make it first, or give another place");
        }
    }

    private String path() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("format", format);
        parameters.put("cars", cars);
        parameters.put("channels", channels);
        parameters.put("from_s", from);
        parameters.put("to_s", to);
        parameters.put("lap", lap);
        parameters.put("hz", hz);
        parameters.put("fill", fill);
        String query =
                parameters.entrySet().stream()
                        .filter(parameter -> parameter.getValue() != null)
                        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        return "/api/v1/sessions/"
                + encoded(session)
                + "/export"
                + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encoded(@Nullable String text) {
        return text == null
                ? ""
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
