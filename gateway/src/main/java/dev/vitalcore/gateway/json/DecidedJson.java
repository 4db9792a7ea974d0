package dev.vitalcore.gateway.json;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.racecontrol.application.Decided;
import dev.vitalcore.racecontrol.application.Wording;
import dev.vitalcore.racecontrol.domain.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decision: what, about what, who, when, why. */
public record DecidedJson(
        long position,
        long version,
        String type,
        String about,
        String at,
        String recorded,
        String who,
        String why,
        String correlation,
        String causation,
        String text,
        Map<String, @Nullable Object> facts) {
    public static DecidedJson of(Decided decided) {
        return new DecidedJson(
                decided.position(),
                decided.version(),
                EventFacts.type(decided.event()),
                Subject.of(decided.event()).toString(),
                EpochNanos.toInstant(decided.event().atNanos()).toString(),
                EpochNanos.toInstant(decided.recordedNanos()).toString(),
                decided.origin().who(),
                decided.origin().why(),
                decided.origin().correlation(),
                decided.origin().causation(),
                Wording.of(decided.event()),
                EventFacts.of(decided.event()));
    }
}
