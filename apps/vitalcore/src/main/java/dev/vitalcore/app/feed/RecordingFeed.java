package dev.vitalcore.app.feed;

import dev.vitalcore.app.feed.PlatformClient.Receipt;
import dev.vitalcore.contracts.telemetry.DeclaredGate;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.log.Codec;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Feeds recordings through the live path of a running platform. */
public final class RecordingFeed {
    private final URI server;
    private final Codec<TelemetryBlock> codec;

    public RecordingFeed(URI server, Codec<TelemetryBlock> codec) {
        this.server = server;
        this.codec = codec;
    }

    /**
     * What was fed.
     *
     * @param warnings what the readers mended, files passed over, and recordings of another car
     * @param damaged recordings that could be read in part only, and why
     */
    public record Outcome(
            SessionId session,
            int recordings,
            Receipt receipt,
            List<String> warnings,
            List<String> damaged) {
        public Outcome {
            warnings = List.copyOf(warnings);
            damaged = List.copyOf(damaged);
        }

        /** Whether every sample of every recording is kept now. */
        public boolean complete() {
            return damaged.isEmpty() && receipt.refused() == 0;
        }
    }

    /**
     * What is to be fed.
     *
     * @param paths recordings, and folders of recordings
     * @param car what they are all recordings of; else each states it, or is a car of its own
     * @param speed a multiple of real time, or {@code max}
     * @param gates to use instead of those that the recordings declare
     */
    public record Task(
            List<Path> paths,
            SessionId session,
            Optional<String> car,
            String speed,
            Optional<List<DeclaredGate>> gates) {
        public Task {
            paths = List.copyOf(paths);
            gates = gates.map(List::copyOf);
        }
    }

    /** Is told how far it is. */
    public interface Watcher {
        /** There are so many samples in all; before the first is sent. */
        void total(long samples);

        /** So many are sent. */
        void sent(long samples);
    }

    /**
     * Sends all recordings below the paths as one session and returns when they are durable.
     *
     * @throws dev.vitalcore.kernel.Fault when a recording or the platform is unusable
     */
    public Outcome run(Task task, Watcher watcher) {
        Pace pace = Pace.parse(task.speed());
        try (PlatformClient platform = new PlatformClient(server);
                RecordedSources sources =
                        RecordedSources.open(
                                task.paths(),
                                SessionEntries.ask(platform, task.session()),
                                task.car(),
                                task.gates())) {
            watcher.total(sources.samples());
            Feed blocks = sources.feed();
            Receipt receipt = new Sender(platform, codec, pace).sendAll(blocks, watcher::sent);
            List<String> warnings = warnings(sources, task);
            List<String> damaged =
                    Stream.concat(sources.unusable().stream(), blocks.failures().stream())
                            .map(fault -> fault.text() + ". " + fault.remedy())
                            .toList();
            return new Outcome(
                    task.session(), sources.sources().size(), receipt, warnings, damaged);
        }
    }

    /** What the readers mended, files passed over, and recordings of another car. */
    static List<String> warnings(RecordedSources sources, Task task) {
        List<String> warnings = new ArrayList<>();
        for (Recordings.Skipped skipped : sources.skipped()) {
            warnings.add("passed over: " + RecordedSources.sentence(skipped));
        }
        for (RecordedSources.Source source : sources.sources()) {
            source.recording()
                    .warnings()
                    .forEach(text -> warnings.add(source.file().getFileName() + ": " + text));
        }
        task.car().ifPresent(car -> warnings.addAll(OtherCar.warnings(sources.sources(), car)));
        return warnings;
    }
}
