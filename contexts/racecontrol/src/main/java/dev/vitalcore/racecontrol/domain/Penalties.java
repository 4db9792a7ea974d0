package dev.vitalcore.racecontrol.domain;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyImposed;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyRevoked;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyServed;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.racecontrol.domain.RaceCommand.ImposePenalty;
import dev.vitalcore.racecontrol.domain.RaceCommand.PenaltyCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.RecordPenaltyServed;
import dev.vitalcore.racecontrol.domain.RaceCommand.RevokePenalty;
import dev.vitalcore.racecontrol.domain.RaceRefusal.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was imposed on whom. A penalty that must be driven is imposed while the session runs; all
 * others until the result is official.
 *
 * @param byNumber from 1, in the order in which they were imposed
 */
public record Penalties(Map<Integer, Penalty> byNumber) {
    static final Penalties NONE = new Penalties(Map.of());
    private static final int MOST = 2_000;
    private static final int MOST_SECONDS = 3_600;
    private static final int MOST_PLACES = 100;

    public Penalties {
        byNumber = Map.copyOf(byNumber);
    }

    /** How it stands with a penalty. */
    public enum Standing {
        IMPOSED,
        SERVED,
        REVOKED
    }

    /**
     * @param amount seconds or places
     */
    public record Penalty(String car, PenaltyKind kind, int amount, Standing standing) {}

    static Decision<RaceEvent> decide(
            SessionState state, Schedule schedule, PenaltyCommand command) {
        if (state.phase() instanceof Phase.Official || state.phase() instanceof Phase.Cancelled) {
            return Decision.refuse(
                    new RaceRefusal(
                            Rule.PENALTY_NOT_NOW,
                            "the session is "
                                    + state.phase().word()
                                    + ": penalties stand as they are",
                            "decide it in the next session"));
        }
        return switch (command) {
            case ImposePenalty c -> impose(state, schedule, c);
            case RecordPenaltyServed c ->
                    state.penalties()
                            .end(
                                    c.number(),
                                    Standing.SERVED,
                                    new PenaltyServed(schedule.session(), c.atNanos(), c.number()));
            case RevokePenalty c ->
                    Values.text("reason", c.reason())
                            .<Decision<RaceEvent>>map(Decision::refuse)
                            .orElseGet(() ->
                                    state.penalties()
                                            .end(
                                                    c.number(),
                                                    Standing.REVOKED,
                                                    new PenaltyRevoked(
                                                            schedule.session(),
                                                            c.atNanos(),
                                                            c.number(),
                                                            c.reason())));
        };
    }

    Penalties after(PenaltyImposed e) {
        return with(e.number(), new Penalty(e.car(), e.kind(), e.amount(), Standing.IMPOSED));
    }

    Penalties after(PenaltyServed e) {
        return moved(e.number(), Standing.SERVED);
    }

    Penalties after(PenaltyRevoked e) {
        return moved(e.number(), Standing.REVOKED);
    }

    /** Those that were not revoked, of a car. */
    List<Penalty> of(String car) {
        return byNumber.values().stream()
                .filter(penalty -> penalty.car().equals(car))
                .filter(penalty -> penalty.standing() != Standing.REVOKED)
                .toList();
    }

    private static Decision<RaceEvent> impose(
            SessionState state, Schedule schedule, ImposePenalty c) {
        if (mustBeDriven(c.kind()) && !(state.phase() instanceof Phase.Running)) {
            return Decision.refuse(
                    new RaceRefusal(
                            Rule.PENALTY_NOT_NOW,
                            "the session is "
                                    + state.phase().word()
                                    + ": nobody can drive a "
                                    + words(c.kind()),
                            "impose seconds instead (kind time)"));
        }
        int number = state.penalties().byNumber.size() + 1;
        if (number > MOST) {
            return Decision.refuse(RaceRefusal.tooMany("penalties", MOST));
        }
        return Values.unless(
                Values.first(
                        state.entries().unknown(c.car()),
                        c.incident().isPresent()
                                ? state.incidents().unknown(c.incident().getAsInt())
                                : Optional.empty(),
                        amount(c),
                        Values.text("reason", c.reason())),
                new PenaltyImposed(
                        schedule.session(),
                        c.atNanos(),
                        number,
                        c.car(),
                        c.kind(),
                        c.amount(),
                        c.incident(),
                        c.reason()));
    }

    private static String words(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static boolean mustBeDriven(PenaltyKind kind) {
        return switch (kind) {
            case DRIVE_THROUGH, STOP_AND_GO -> true;
            case WARNING, REPRIMAND, TIME, GRID_PLACES, DISQUALIFICATION -> false;
        };
    }

    private static Optional<RaceRefusal> amount(ImposePenalty c) {
        return switch (c.kind()) {
            case TIME, STOP_AND_GO -> amount(c, 1, MOST_SECONDS, "seconds");
            case GRID_PLACES -> amount(c, 1, MOST_PLACES, "places");
            case WARNING, REPRIMAND, DRIVE_THROUGH, DISQUALIFICATION -> amount(c, 0, 0, "");
        };
    }

    private static Optional<RaceRefusal> amount(ImposePenalty c, int least, int most, String unit) {
        if (c.amount() >= least && c.amount() <= most) {
            return Optional.empty();
        }
        String wanted = most == 0 ? "0: it has none" : least + " to " + most + " " + unit;
        return Optional.of(
                RaceRefusal.unusable(
                        "amount of " + words(c.kind()), Integer.toString(c.amount()), wanted));
    }

    private Decision<RaceEvent> end(int number, Standing wanted, RaceEvent event) {
        Penalty penalty = byNumber.get(number);
        if (penalty == null) {
            return Decision.refuse(
                    RaceRefusal.unknown(
                            Rule.PENALTY_UNKNOWN,
                            "penalty " + number,
                            "the session has " + byNumber.size() + " of them, from 1"));
        }
        if (penalty.standing() == wanted) {
            return Decision.nothingToDo();
        }
        return penalty.standing() == Standing.IMPOSED
                ? Decision.accept(event)
                : Decision.refuse(
                        new RaceRefusal(
                                Rule.PENALTY_OVER,
                                "penalty "
                                        + number
                                        + " is "
                                        + words(penalty.standing())
                                        + " already",
                                "impose a new one if it was wrong"));
    }

    private Penalties moved(int number, Standing standing) {
        Penalty penalty = byNumber.get(number);
        return penalty == null
                ? this
                : with(
                        number,
                        new Penalty(penalty.car(), penalty.kind(), penalty.amount(), standing));
    }

    private Penalties with(int number, Penalty penalty) {
        Map<Integer, Penalty> changed = new HashMap<>(byNumber);
        changed.put(number, penalty);
        return new Penalties(changed);
    }
}
