package dev.vitalcore.racecontrol.domain;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.Text;
import java.util.Optional;

/** What must hold of the texts in commands. Empty: nothing stands against it. */
final class Values {
    private static final int NAME_LIMIT = 100;
    private static final int TEXT_LIMIT = 1_000;

    private Values() {}

    static Optional<RaceRefusal> name(String what, String value) {
        return value.isBlank() || value.length() > NAME_LIMIT || Text.hasControls(value)
                ? Optional.of(
                        RaceRefusal.unusable(
                                what,
                                value,
                                "1 to "
                                        + NAME_LIMIT
                                        + " characters, no line break or other control character"
                                        + " among them"))
                : Optional.empty();
    }

    static Optional<RaceRefusal> text(String what, String value) {
        return value.isBlank() || value.length() > TEXT_LIMIT
                ? Optional.of(
                        RaceRefusal.unusable(what, value, "1 to " + TEXT_LIMIT + " characters"))
                : Optional.empty();
    }

    static Optional<RaceRefusal> between(String what, long value, long most) {
        return value < 0 || value > most
                ? Optional.of(RaceRefusal.unusable(what, Long.toString(value), "0 to " + most))
                : Optional.empty();
    }

    /** A car is named as its entry is, so that decisions and telemetry are of one car. */
    static Optional<RaceRefusal> car(SessionId session, String car) {
        return EntryId.named(session, car).car().equals(car)
                ? Optional.empty()
                : Optional.of(
                        RaceRefusal.unusable(
                                "car",
                                car,
                                "the name of its entry, e.g. '"
                                        + EntryId.named(session, car).car()
                                        + "'"));
    }

    @SafeVarargs
    static Optional<RaceRefusal> first(Optional<RaceRefusal>... refusals) {
        for (Optional<RaceRefusal> refusal : refusals) {
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** The event, unless something stands against it. */
    static Decision<RaceEvent> unless(Optional<RaceRefusal> refusal, RaceEvent event) {
        return refusal.<Decision<RaceEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(event));
    }
}
