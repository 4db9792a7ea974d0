package dev.vitalcore.app.command;

import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.TimingWarned;
import dev.vitalcore.edge.Recording;
import dev.vitalcore.gateway.json.GateJson;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.timing.domain.LapBook;
import dev.vitalcore.timing.domain.LapCertainty;
import dev.vitalcore.timing.domain.LapSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The laps of a recording as {@code vitalcore laps} prints them.
 *
 * @param gates those that were used; empty where laps came from a logger alone
 * @param warnings of timing first, then of the reader
 */
record LapsReport(
        String file,
        String format,
        String title,
        String car,
        @Nullable String driver,
        @Nullable String track,
        List<GateJson> gates,
        List<Lap> laps,
        List<String> warnings) {
    private static final int NO_LAP = -1;

    /**
     * A lap.
     *
     * @param statedNumber what the logger or game calls it; null where it counts none
     * @param kind {@code out}, {@code flying}, {@code in}, {@code pit} or {@code partial}
     * @param startS seconds since the recording's first sample
     * @param witness what ended it, e.g. {@code gate}
     * @param uncertaintyS by how much the time may be off, seconds, as far as the data can tell
     * @param uncertain so much that the lap is never best
     * @param best the fastest flying lap, the earlier of equal ones
     */
    record Lap(
            int number,
            @Nullable Integer statedNumber,
            String kind,
            double startS,
            double timeS,
            List<Double> sectorsS,
            String witness,
            double uncertaintyS,
            boolean uncertain,
            boolean best) {
        static Lap of(LapCompleted lap, boolean best, long firstNanos) {
            return new Lap(
                    lap.number(),
                    lap.statedNumber().isPresent() ? lap.statedNumber().getAsInt() : null,
                    word(lap.kind()),
                    EpochNanos.toSeconds(lap.startNanos() - firstNanos),
                    EpochNanos.toSeconds(lap.durationNanos()),
                    lap.sectorNanos().stream().map(EpochNanos::toSeconds).toList(),
                    word(lap.endedBy()),
                    EpochNanos.toSeconds(lap.uncertaintyNanos()),
                    LapCertainty.uncertain(lap),
                    best);
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
        SourceDeclaration declared = recording.declaration();
        int best = LapSummary.of(book.laps()).best().map(LapCompleted::number).orElse(NO_LAP);
        return new LapsReport(
                file.toString(),
                recording.format(),
                declared.title(),
                recording.car(),
                declared.driver().orElse(null),
                declared.track().orElse(null),
                book.track().map(track -> GateJson.of(track.gates())).orElse(List.of()),
                book.laps().stream()
                        .map(lap -> Lap.of(lap, lap.number() == best, firstNanos))
                        .toList(),
                warnings);
    }
}
