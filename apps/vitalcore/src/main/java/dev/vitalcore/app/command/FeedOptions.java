package dev.vitalcore.app.command;

import dev.vitalcore.app.Count;
import dev.vitalcore.app.WrongUsage;
import dev.vitalcore.app.feed.ImportFolder;
import dev.vitalcore.app.feed.PlatformClient.Receipt;
import dev.vitalcore.app.feed.RecordingFeed;
import dev.vitalcore.app.feed.RecordingImport;
import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.edge.TrackFile;
import dev.vitalcore.kernel.SessionId;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code replay} and {@code import} have in common. */
final class FeedOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "recordings, or folders of recordings")
    private List<Path> paths = List.of();

    @Option(
            names = "--session",
            paramLabel = "NAME",
            description = "the session they belong to (default: named after the first path)")
    private @Nullable String session;

    @Option(
            names = "--car",
            paramLabel = "NAME",
            description =
                    "the car that all of them are recordings of (default: what each states; else a"
                            + " car of its own, named after the file)")
    private @Nullable String car;

    @Option(
            names = "--track",
            paramLabel = "FILE",
            description = "gates to use instead of the recordings' own (docs/track-file.md)")
    private @Nullable Path track;

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
    FeedOptions() {}

    /** Feeds the recordings and tells what became of them; true when every sample is kept. */
    boolean replay(String speed, PrintWriter out, PrintWriter err) {
        RecordingFeed feed = new RecordingFeed(server, new AvroBlockCodec());
        RecordingFeed.Task task = task(speed);
        return tell(
                out,
                err,
                Optional.of(task.session()),
                (progress, notice) -> feed.run(task, watcher(progress, notice)));
    }

    /** Imports the recordings as a job and tells what became of them. */
    boolean startImport(ImportFolder jobs, PrintWriter out, PrintWriter err) {
        RecordingImport.Request request =
                new RecordingImport.Request(
                        task("max"), server, Optional.ofNullable(track), Instant.now());
        return tell(
                out,
                err,
                Optional.of(request.task().session()),
                (progress, notice) ->
                        new RecordingImport(jobs).run(request, watcher(progress, notice)));
    }

    /** Goes on with a job. */
    boolean resumeImport(String job, ImportFolder jobs, PrintWriter out, PrintWriter err) {
        requireNoRecordings("--resume");
        return tell(
                out,
                err,
                Optional.empty(),
                (progress, notice) ->
                        new RecordingImport(jobs).resume(job, watcher(progress, notice)));
    }

    /** An option for what is there already. */
    void requireNoRecordings(String option) {
        if (!paths.isEmpty()) {
            throw new WrongUsage(
                    option + " takes no recordings, it has those that were fed once",
                    "leave out " + paths.getFirst());
        }
    }

    private boolean tell(PrintWriter out, PrintWriter err, Optional<SessionId> session, Work work) {
        long began = System.nanoTime();
        long samples;
        RecordingFeed.Outcome outcome;
        try (Progress progress =
                        new Progress(Progress.Reader.unless(quiet), err, System::nanoTime);
                StopNotice notice = StopNotice.inForce(session, progress)) {
            outcome = work.run(progress, notice);
            samples = notice.sent();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        outcome.warnings().forEach(text -> err.println("warning: " + text));
        outcome.damaged().forEach(text -> err.println("damaged: " + text));
        Receipt receipt = outcome.receipt();
        receipt.refusals().forEach(text -> err.println("refused: " + text));
        out.printf(
                Locale.ROOT,
                "%s, %s in %.1f s: %s taken, %d known already, %d refused%n",
                Count.of(outcome.recordings(), "recording"),
                Count.of(samples, "sample"),
                seconds,
                Count.of(receipt.accepted(), "block"),
                receipt.duplicate(),
                receipt.refused());
        if (receipt.accepted() == 0 && receipt.duplicate() > 0) {
            out.println(
                    "everything was there already; to feed it again as a new session, use --session NAME");
        }
        out.println(server.resolve("/#/session/" + outcome.session()));
        out.flush();
        err.flush();
        return outcome.complete();
    }

    /** What is told of. */
    private interface Work {
        RecordingFeed.Outcome run(Progress progress, StopNotice notice);
    }

    private RecordingFeed.Task task(String speed) {
        if (paths.isEmpty()) {
            throw new WrongUsage(
                    "no recording is named", "name files or folders, e.g. run1.vbo race-folder/");
        }
        return new RecordingFeed.Task(paths, sessionId(), car(), speed, gates());
    }

    private static RecordingImport.JobWatcher watcher(Progress progress, StopNotice notice) {
        return new RecordingImport.JobWatcher() {
            @Override
            public void begun(String job) {
                notice.resumable(job);
            }

            @Override
            public void total(long samples) {
                progress.total(samples);
            }

            @Override
            public void sent(long samples) {
                notice.accept(samples);
                progress.accept(samples);
            }
        };
    }

    private Optional<List<DeclaredGate>> gates() {
        return Optional.ofNullable(track).map(file -> TrackFile.read(file).gates());
    }

    private Optional<String> car() {
        if (car != null && car.isBlank()) {
            throw new WrongUsage("--car is empty", "give a name, e.g. --car 11a");
        }
        return Optional.ofNullable(car);
    }

    private SessionId sessionId() {
        if (session != null) {
            if (session.isBlank()) {
                throw new WrongUsage("--session is empty", "give a name, e.g. --session fp1");
            }
            return SessionId.named(session);
        }
        Path first = paths.get(0).toAbsolutePath().normalize().getFileName();
        String name = first == null ? "recordings" : first.toString();
        return SessionId.named(name.replaceFirst("\\.gz$", "").replaceFirst("\\.[^.]{1,4}$", ""));
    }
}
