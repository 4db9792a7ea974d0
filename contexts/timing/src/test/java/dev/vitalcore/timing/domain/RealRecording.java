package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent.GatePassed;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A real recording run through its reader and timing. */
record RealRecording(LapBook book, long firstNanos) {
    private static final long BLOCK_NANOS = 100_000_000L;

    /** Skips the test, loudly, where the recordings are absent. */
    static Path path(String file) {
        String folder = System.getProperty("vitalcore.recordings", "");
        Path path = Path.of(folder).resolve(file);
        if (!Files.exists(path)) {
            String reason =
                    "SKIPPED: no recording "
                            + path
                            + "; set -Dvitalcore.recordings to the folder with ground_truth.csv";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        return path;
    }

    static RealRecording laps(String file) throws IOException {
        EntryTiming timing = new EntryTiming();
        LapBook book = new LapBook();
        long first = Long.MAX_VALUE;
        try (Recording recording = Recordings.open(path(file))) {
            Iterator<TelemetryBlock> blocks =
                    recording.blocks(TestBlocks.SOURCE, TestBlocks.ENTRY, BLOCK_NANOS);
            while (blocks.hasNext()) {
                TelemetryBlock block = blocks.next();
                first = Math.min(first, block.firstNanos());
                timing.accept(block).forEach(book::apply);
            }
        }
        return new RealRecording(book, first);
    }

    List<LapCompleted> laps() {
        return book.laps();
    }

    List<LapKind> kinds() {
        return TestBlocks.kinds(book);
    }

    /** Seconds since the first sample. */
    double start(int index) {
        return (laps().get(index).startNanos() - firstNanos) / 1e9;
    }

    List<Double> passings(String gate) {
        return seconds(book.passings().stream().filter(p -> p.gate().equals(gate)).toList());
    }

    List<Double> otherPassings() {
        return seconds(book.passings().stream().filter(p -> !p.gate().equals(Judge.LINE)).toList());
    }

    private List<Double> seconds(List<GatePassed> passings) {
        return passings.stream().map(passing -> (passing.timeNanos() - firstNanos) / 1e9).toList();
    }
}
