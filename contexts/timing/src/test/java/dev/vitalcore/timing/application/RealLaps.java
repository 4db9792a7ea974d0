package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.timing.domain.EntryTiming;
import dev.vitalcore.timing.domain.LapBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A real recording with the laps that timing finds in it and its samples. */
record RealLaps(LapBook book, KeptSeries store) implements LapRecords {
    private static final EntryId ENTRY = EntryId.parse("real/car");
    private static final long BLOCK_NANOS = 1_000_000_000;

    /** Skips the test, loudly, where the recordings are absent. */
    static RealLaps of(String name) throws IOException {
        Path file = Path.of(System.getProperty("vitalcore.recordings", "")).resolve(name);
        if (!Files.exists(file)) {
            String reason = "SKIPPED: the real recording " + file + " is not on this machine";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        RealLaps laps = new RealLaps(new LapBook(), new KeptSeries());
        EntryTiming timing = new EntryTiming();
        try (Recording recording = Recordings.open(file)) {
            Iterator<TelemetryBlock> blocks =
                    recording.blocks(SourceId.named("real"), ENTRY, BLOCK_NANOS);
            while (blocks.hasNext()) {
                TelemetryBlock block = blocks.next();
                laps.store.write(List.of(block));
                timing.accept(block).forEach(laps.book::apply);
            }
        }
        return laps;
    }

    Corners corners() {
        return new Corners(this, store);
    }

    @Override
    public Optional<LapCompleted> lap(LapReference reference) {
        return book.laps().stream().filter(lap -> lap.number() == reference.lap()).findFirst();
    }

    /** The fastest first. */
    List<LapReference> flying() {
        return book.laps().stream()
                .filter(lap -> lap.kind() == LapKind.FLYING)
                .sorted(Comparator.comparingLong(LapCompleted::durationNanos))
                .map(lap -> new LapReference(ENTRY, lap.number()))
                .toList();
    }
}
