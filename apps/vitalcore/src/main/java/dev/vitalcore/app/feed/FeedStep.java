package dev.vitalcore.app.feed;

import dev.vitalcore.app.feed.ImportPlan.Part;
import dev.vitalcore.app.feed.PlatformClient.Receipt;
import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.edge.TrackFile;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.platform.saga.StepCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Feeds the recordings of one step. Blocks that the platform's ledger has are read, but not sent
 * again; what is sent twice all the same, the platform knows by its number.
 */
final class FeedStep implements StepCode {
    static final String BLOCKS = "blocks/";

    private final PlatformClient platform;
    private final Codec<TelemetryBlock> codec;
    private final ImportTally tally;

    FeedStep(PlatformClient platform, Codec<TelemetryBlock> codec, ImportTally tally) {
        this.platform = platform;
        this.codec = codec;
        this.tally = tally;
    }

    /**
     * @return how many blocks each source has
     */
    @Override
    public Map<String, String> act(StepCall call) {
        SessionId session = new SessionId(call.datum("session"));
        List<Part> parts = ImportPlan.parts(call.argument());
        List<Recording> open = new ArrayList<>();
        try {
            for (Part part : parts) {
                open.add(open(part, session, call.datum("track")));
            }
            return feed(session, parts, open);
        } catch (Fault fault) {
            tally.failed(fault);
            throw fault;
        } finally {
            open.forEach(Recording::close);
        }
    }

    /** What arrived stays: it is a fact. */
    @Override
    public void undo(StepCall call) {}

    private Map<String, String> feed(
            SessionId session, List<Part> parts, List<Recording> recordings) {
        ArrivedBlocks arrived = ArrivedBlocks.ask(platform, session);
        Map<String, Long> blocks = new HashMap<>();
        List<Iterator<TelemetryBlock>> sources = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            sources.add(
                    recordings
                            .get(i)
                            .blocks(
                                    part.source(),
                                    part.entry(session),
                                    RecordedSources.BLOCK_NANOS));
        }
        Feed feed = new Feed(sources);
        NewBlocks fresh = new NewBlocks(feed, arrived, blocks, tally);
        Receipt receipt =
                new Sender(platform, codec, Pace.parse("max")).sendAll(fresh, tally::sending);
        tally.sent(receipt);
        requireWhole(feed, receipt);
        return blocks.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry -> BLOCKS + entry.getKey(),
                                entry -> Long.toString(entry.getValue())));
    }

    private static void requireWhole(Feed feed, Receipt receipt) {
        if (!feed.failures().isEmpty()) {
            Fault first = feed.failures().getFirst();
            throw Fault.user("recording-damaged", first.text(), first.remedy(), first);
        }
        if (receipt.refused() > 0) {
            throw Fault.user(
                    "blocks-refused",
                    receipt.refused()
                            + " blocks were refused, the first: "
                            + receipt.refusals().stream().findFirst().orElse(""),
                    "look at the dead letters of the platform");
        }
    }

    /** What the recording was when the job began decides where its blocks belong. */
    private static Recording open(Part part, SessionId session, String track) {
        Recording own = Recordings.open(part.file());
        try {
            if (!RecordedSources.sourceId(part.file(), own.format(), session)
                    .equals(part.source())) {
                throw Fault.user(
                        "recording-changed",
                        part.file() + " has changed since the import began",
                        "import it again as it is now");
            }
            List<DeclaredGate> gates =
                    track.isEmpty() ? List.of() : TrackFile.read(Path.of(track)).gates();
            return track.isEmpty() ? own : own.withGates(gates);
        } catch (RuntimeException unusable) {
            own.close();
            throw unusable;
        }
    }
}
