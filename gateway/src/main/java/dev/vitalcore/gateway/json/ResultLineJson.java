package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.racecontrol.application.view.ResultLine;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A car of a session and how it ended; what is not known yet is null. */
public record ResultLineJson(
        String session,
        String car,
        String team,
        List<String> drivers,
        boolean withdrawn,
        @Nullable Integer position,
        @Nullable String finish,
        @Nullable Integer laps,
        @Nullable Double timeS,
        @Nullable Double penaltyS,
        int revision,
        boolean official) {
    public static ResultLineJson of(ResultLine line) {
        boolean known = !line.finish().isEmpty();
        return new ResultLineJson(
                line.session(),
                line.car(),
                line.team(),
                line.drivers(),
                line.withdrawn(),
                line.place() == 0 ? null : line.place(),
                known ? line.finish().toLowerCase(Locale.ROOT) : null,
                known ? line.laps() : null,
                line.timeNanos() == 0 ? null : EpochNanos.toSeconds(line.timeNanos()),
                known ? EpochNanos.toSeconds(line.penaltyNanos()) : null,
                line.revision(),
                line.official());
    }
}
