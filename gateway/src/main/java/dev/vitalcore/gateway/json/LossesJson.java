package dev.vitalcore.gateway.json;

import dev.vitalcore.timing.domain.corner.Corner;
import dev.vitalcore.timing.domain.corner.Reason;
import dev.vitalcore.timing.domain.corner.TimeLosses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a lap loses the most time, the greatest loss first.
 *
 * @param totalS by which the whole lap is slower; below 0 where it is faster
 */
public record LossesJson(List<LossJson> losses, double totalS) {
    public static LossesJson of(TimeLosses losses) {
        return new LossesJson(
                losses.losses().stream().map(LossJson::of).toList(), losses.totalSeconds());
    }

    /** One section of the lap; {@code corner} is null where the circuit has none. */
    public record LossJson(
            @Nullable Integer corner,
            double fromM,
            double untilM,
            double lostS,
            List<ReasonJson> reasons,
            String text) {
        static LossJson of(TimeLosses.Loss loss) {
            return new LossJson(
                    loss.corner().map(Corner::number).orElse(null),
                    loss.fromMetres(),
                    loss.untilMetres(),
                    loss.lostSeconds(),
                    loss.reasons().stream().map(ReasonJson::of).toList(),
                    loss.text());
        }
    }

    /** What the lap did otherwise. */
    public record ReasonJson(String code, String text, double value, String unit) {
        static ReasonJson of(Reason reason) {
            return new ReasonJson(
                    Words.of(reason.kind()), reason.text(), reason.value(), reason.unit());
        }
    }
}
