package dev.vitalcore.app.feed;

import dev.vitalcore.app.Reason;
import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.Sha256;
import dev.vitalcore.kernel.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Recordings of one session, opened as sources.
 *
 * <p>A source is named after the recording's content and the session alone, so that feeding the
 * same file into the same session again, under whatever name and beside whatever others, is
 * recognised block by block and changes nothing.
 */
final class RecordedSources implements AutoCloseable {
    /** Blocks of a tenth of a second, as a live logger would send them. */
    static final long BLOCK_NANOS = 100_000_000L;

    private static final int HASH_BYTES = 6;

    /** One recording as a source. */
    record Source(Path file, Recording recording, SourceId id, EntryId entry, Survey survey) {
        long samples() {
            return survey.samples();
        }

        Iterator<TelemetryBlock> blocks() {
            return recording.blocks(id, entry, BLOCK_NANOS);
        }
    }

    private final List<Source> sources;
    private final List<Recordings.Skipped> skipped;
    private final List<Fault> unusable;

    private RecordedSources(
            List<Source> sources, List<Recordings.Skipped> skipped, List<Fault> unusable) {
        this.sources = sources;
        this.skipped = skipped;
        this.unusable = unusable;
    }

    /**
     * Opens all recordings below the paths.
     *
     * @param entries which cars the session has
     * @param car what they are all recordings of, where the user says so
     * @param gates to use instead of the recordings' own
     * @throws Fault when there is none, the only one cannot be opened, or they are not of one
     *     session
     */
    static RecordedSources open(
            List<Path> paths,
            SessionEntries entries,
            Optional<String> car,
            Optional<List<DeclaredGate>> gates) {
        Recordings.Found found = Recordings.find(paths);
        if (found.recordings().isEmpty()) {
            throw Fault.user(
                    "no-recordings",
                    "no recording was found at " + named(paths) + reasons(found.skipped()),
                    "name a file, or a folder of files, in one of the formats of docs/formats.md");
        }
        List<Source> sources = new ArrayList<>();
        List<Survey> surveys = new ArrayList<>(entries.there());
        List<Fault> unusable = new ArrayList<>();
        try {
            for (Path file : found.recordings()) {
                Recording own;
                try {
                    own = Recordings.open(file);
                } catch (Fault damaged) {
                    if (found.recordings().size() == 1) {
                        throw damaged;
                    }
                    unusable.add(damaged);
                    continue;
                }
                Recording recording = gates.map(own::withGates).orElse(own);
                SourceId id = sourceId(file, own.format(), entries.session());
                Survey survey = Survey.of(file, id, EntryId.named(entries.session(), own.car()));
                surveys.add(survey);
                EntryId entry = entry(entries, id, car, own, survey);
                sources.add(new Source(file, recording, id, entry, survey));
            }
            OneSession.check(surveys);
        } catch (RuntimeException refused) {
            sources.forEach(source -> source.recording().close());
            throw refused;
        }
        return new RecordedSources(sources, found.skipped(), unusable);
    }

    private static EntryId entry(
            SessionEntries entries,
            SourceId source,
            Optional<String> car,
            Recording recording,
            Survey survey) {
        if (car.isPresent()) {
            return entries.named(source, car.get());
        }
        return recording.declaration().vehicle().isPresent()
                ? entries.stated(source, recording.car(), survey.span())
                : entries.unstated(source, recording.car(), survey.span());
    }

    /** How many values all of them have, absent ones included. */
    long samples() {
        return sources.stream().mapToLong(Source::samples).sum();
    }

    List<Source> sources() {
        return sources;
    }

    /** Why recordings cannot be opened; the others are fed. */
    List<Fault> unusable() {
        return List.copyOf(unusable);
    }

    List<Recordings.Skipped> skipped() {
        return skipped;
    }

    /** The blocks of all sources on one clock. */
    Feed feed() {
        return new Feed(sources.stream().map(Source::blocks).toList());
    }

    @Override
    public void close() {
        sources.forEach(source -> source.recording().close());
    }

    static SourceId sourceId(Path file, String format, SessionId session) {
        MessageDigest digest = Sha256.begin();
        digest.update((session + "\n" + BLOCK_NANOS + "\n").getBytes(StandardCharsets.UTF_8));
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException problem) {
            throw Fault.user(
                    "recording-unreadable",
                    file + " cannot be read: " + Reason.of(problem),
                    "check the file and its permissions",
                    problem);
        }
        String hash = HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        return SourceId.named(format + "-" + hash);
    }

    /** What is to be said of a file that was passed over; most reasons name it already. */
    static String sentence(Recordings.Skipped skipped) {
        String path = skipped.path().toString();
        return skipped.reason().startsWith(path)
                ? skipped.reason()
                : path + ": " + skipped.reason();
    }

    private static String named(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private static String reasons(List<Recordings.Skipped> skipped) {
        return skipped.stream()
                .limit(3)
                .map(one -> "; " + sentence(one))
                .collect(Collectors.joining());
    }
}
