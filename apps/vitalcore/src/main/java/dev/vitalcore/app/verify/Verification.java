package dev.vitalcore.app.verify;

import dev.vitalcore.app.StoppedData;
import dev.vitalcore.app.TemporaryFolder;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.telemetry.application.LedgerLine;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a stored session comes out the same when it is played again. The data directory is only
 * read; the replay has a temporary one, which is removed.
 */
public final class Verification {
    private static final int NAMED = 6;

    private final SessionId session;
    private final InstantSource clock;

    /**
     * @param clock tells whether the session is live
     */
    public Verification(SessionId session, InstantSource clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * Compares part by part.
     *
     * @throws Fault (user) where there is no such session; (conflict) where a platform runs on the
     *     directory, the session is live, blocks of it are gone, or its views are behind
     */
    public List<Verdict> of(Path directory) {
        try (StoppedData data = StoppedData.open(directory);
                SessionFiles files = SessionFiles.open(session, data.path())) {
            SessionParts parts = new SessionParts(files, clock);
            requireVerifiable(parts, files);
            BlockDigests blocks = files.blockDigests();
            requireWhole(parts.ledger(), blocks.sources());
            List<Part> stored = parts.read(blocks);
            return compare(stored, replayed(files));
        } catch (IOException e) {
            throw Fault.unavailable(
                    "temporary-folder-unusable",
                    "what the replay left cannot be removed: " + e,
                    "see that the folder for temporary files can be written",
                    e);
        }
    }

    private List<Part> replayed(SessionFiles stored) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Path directory = folder.path().resolve("data");
            new SessionReplay(stored).into(directory);
            try (SessionFiles files = SessionFiles.open(session, directory)) {
                return new SessionParts(files, clock).read(files.blockDigests());
            }
        }
    }

    private static List<Verdict> compare(List<Part> stored, List<Part> replayed) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int index = 0; index < stored.size(); index++) {
            verdicts.add(Verdict.of(stored.get(index), replayed.get(index)));
        }
        return verdicts;
    }

    private void requireVerifiable(SessionParts parts, SessionFiles files) {
        Optional<SessionSummary> summary = parts.catalogue().session(session);
        if (summary.isEmpty() && files.decisions().isEmpty()) {
            throw Fault.user(
                    "session-unknown",
                    "there is no session '" + session + "' in the data directory",
                    "there are "
                            + parts.catalogue().sessions(NAMED).stream()
                                    .map(one -> one.id().value())
                                    .toList());
        }
        if (summary.isPresent() && summary.get().state() == SessionSummary.State.LIVE) {
            throw Fault.conflict(
                    "session-live",
                    "session '" + session + "' was still being sent some seconds ago",
                    "let its sources end or fall silent, stop the platform, and try again");
        }
    }

    /** The log keeps blocks a week, and the ledger for ever. */
    private static void requireWhole(List<LedgerLine> ledger, Map<SourceId, Long> onLog) {
        for (LedgerLine line : ledger) {
            long found = onLog.getOrDefault(line.source(), 0L);
            if (found < line.arrived()) {
                throw Fault.conflict(
                        "blocks-gone",
                        "of source %s the log has %d of %d blocks"
                                .formatted(line.source(), found, line.arrived()),
                        "the log keeps blocks for a week; verify a session before that, or feed its"
                                + " recordings again under another name");
            }
        }
        long arrived = ledger.stream().mapToLong(LedgerLine::arrived).sum();
        long found = onLog.values().stream().mapToLong(Long::longValue).sum();
        if (found > arrived) {
            throw Fault.conflict(
                    "views-behind",
                    "the ledger has %d of the %d blocks on the log".formatted(arrived, found),
                    "start the platform on the directory, wait until store_writer of /health is 0"
                            + " behind, and stop it");
        }
    }
}
