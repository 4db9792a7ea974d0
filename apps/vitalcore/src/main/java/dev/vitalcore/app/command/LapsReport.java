package dev.vitalcore.app.command;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.TimingWarned;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.gateway.json.GateJson;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.timing.domain.LapBook;
import dev.vitalcore.timing.domain.LapCertainty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The laps of a recording as {@code vitalcore laps} prints them.
 *
 * @param gates those that were used; empty where laps came from a logger alone
 * @param warnings of timing first, then of the reader
 */
record LapsReport(
        String file, String format, List<GateJson> gates, List<Lap> laps, List<String> warnings) {
    /**
     * A lap.
     *
     * @param kind {@code out}, {@code flying}, {@code in}, {@code pit} or {@code partial}
     * @param startS seconds since the recording's first sample
     * @param witness what ended it, e.g. {@code gate}
     * @param uncertaintyS by how much the time may be off, seconds, as far as the data can tell
     * @param uncertain so much that the lap is never best
     */
    record Lap(
            int number,
            String kind,
            double startS,
            double timeS,
            List<Double> sectorsS,
            String witness,
            double uncertaintyS,
            boolean uncertain) {
        static Lap of(LapCompleted lap, long firstNanos) {
            return new Lap(
                    lap.number(),
                    word(lap.kind()),
                    EpochNanos.toSeconds(lap.startNanos() - firstNanos),
                    EpochNanos.toSeconds(lap.durationNanos()),
                    lap.sectorNanos().stream().map(EpochNanos::toSeconds).toList(),
                    word(lap.endedBy()),
                    EpochNanos.toSeconds(lap.uncertaintyNanos()),
                    LapCertainty.uncertain(lap));
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }

    static LapsReport of(Path file, Recording recording, LapBook book, long firstNanos) {
        List<String> warnings = new ArrayList<>();
        for (TimingWarned warning : book.warnings()) {
            warnings.add(warning.code() + ": " + warning.message());
        }
        warnings.addAll(recording.warnings());
        return new LapsReport(
                file.toString(),
                recording.format(),
                book.track().map(track -> GateJson.of(track.gates())).orElse(List.of()),
                book.laps().stream().map(lap -> Lap.of(lap, firstNanos)).toList(),
                warnings);
    }
}
