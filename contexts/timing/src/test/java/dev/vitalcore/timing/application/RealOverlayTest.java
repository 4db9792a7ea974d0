package dev.vitalcore.timing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.edge.Recordings;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.timing.domain.EntryTiming;
import dev.vitalcore.timing.domain.LapBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Grattan, a real session of many laps, against what is known of the place. */
class RealOverlayTest {
    private static final EntryId ENTRY = EntryId.parse("grattan/car");
    private static final long BLOCK_NANOS = 1_000_000_000;

    private final KeptSeries store = new KeptSeries();
    private final LapBook book = new LapBook();

    @Test
    void comparesTwoRealLaps() throws Exception {
        feed(recording());
        List<LapCompleted> flying =
                book.laps().stream().filter(lap -> lap.kind() == LapKind.FLYING).toList();
        assertThat(flying).hasSizeGreaterThanOrEqualTo(2);
        LapCompleted reference = flying.getLast();
        LapCompleted other = flying.getFirst();

        Overlays.Overlay overlay =
                new Overlays(this::lap, store)
                        .overlay(
                                new LapReference(ENTRY, reference.number()),
                                new LapReference(ENTRY, other.number()),
                                List.of(StandardChannels.SPEED),
                                1_000);

        double lapDelta = (other.durationNanos() - reference.durationNanos()) / 1e9;
        assertThat(overlay.deltaSeconds()[0]).isCloseTo(0, within(1e-6));
        assertThat(overlay.deltaSeconds()[999]).isCloseTo(lapDelta, within(1e-6));
        // The logger's own speed, summed over the lap; it is in mph, whatever the header says.
        assertThat(overlay.distanceMetres()[999]).isCloseTo(1_744.18 * 1.609344, within(30.0));
        Overlays.Channel speed = overlay.channels().getFirst();
        assertThat(Arrays.stream(speed.reference()).filter(Double::isNaN).count()).isZero();
        assertThat(meanDifference(speed)).isLessThan(15);
    }

    /** The same car on the same track: at one place it is about as fast in each lap. */
    private static double meanDifference(Overlays.Channel speed) {
        double sum = 0;
        for (int index = 0; index < speed.reference().length; index++) {
            sum += Math.abs(speed.reference()[index] - speed.other()[index]);
        }
        return sum / speed.reference().length;
    }

    private void feed(Path file) throws Exception {
        EntryTiming timing = new EntryTiming();
        try (Recording recording = Recordings.open(file)) {
            Iterator<TelemetryBlock> blocks =
                    recording.blocks(SourceId.named("grattan"), ENTRY, BLOCK_NANOS);
            while (blocks.hasNext()) {
                TelemetryBlock block = blocks.next();
                store.write(List.of(block));
                timing.accept(block).forEach(book::apply);
            }
        }
    }

    private Optional<LapCompleted> lap(LapReference reference) {
        return book.laps().stream().filter(lap -> lap.number() == reference.lap()).findFirst();
    }

    private static Path recording() {
        Path file =
                Path.of(
                        System.getProperty("vitalcore.recordings", ""),
                        "vbo/grattan_speedangle_20200830.vbo");
        assumeTrue(
                Files.exists(file),
                () -> "SKIPPED: the real recording " + file + " is not on this machine");
        return file;
    }
}
