package dev.vitalcore.racecontrol.domain;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.Classified;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProtestDecided;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProtestLodged;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProtestOutcome;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProvisionalResultPublished;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ResultMadeOfficial;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.racecontrol.domain.RaceCommand.DecideProtest;
import dev.vitalcore.racecontrol.domain.RaceCommand.LodgeProtest;
import dev.vitalcore.racecontrol.domain.RaceCommand.MakeResultOfficial;
import dev.vitalcore.racecontrol.domain.RaceCommand.PublishProvisionalResult;
import dev.vitalcore.racecontrol.domain.RaceCommand.ResultCommand;
import dev.vitalcore.racecontrol.domain.RaceRefusal.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The result and the protests against it. It becomes official when nothing can change it any more:
 * the time for protests is over, none is undecided, no incident is under investigation, and no
 * penalty came after it was published.
 *
 * @param revision of the last provisional result; 0 while there is none
 * @param publishedNanos of that
 * @param outOfDate something was decided since that may change it
 * @param undecided by number, whether the protest is still to be decided
 */
public record Result(
        int revision, long publishedNanos, boolean outOfDate, Map<Integer, Boolean> undecided) {
    static final Result NONE = new Result(0, 0, false, Map.of());
    private static final int MOST_PROTESTS = 200;
    private static final int MOST_LAPS = 10_000;
    private static final long LONGEST_NANOS = 30L * 24 * 3_600 * EpochNanos.PER_SECOND;

    public Result {
        undecided = Map.copyOf(undecided);
    }

    static Decision<RaceEvent> decide(
            SessionState state, Schedule schedule, ResultCommand command) {
        return switch (command) {
            case PublishProvisionalResult c -> publish(state, schedule, c);
            case LodgeProtest c -> lodge(state, schedule, c);
            case DecideProtest c -> decideProtest(state, schedule, c);
            case MakeResultOfficial c -> makeOfficial(state, schedule, c);
        };
    }

    Result after(ProvisionalResultPublished e) {
        return new Result(e.revision(), e.atNanos(), false, undecided);
    }

    Result after(ProtestLodged e) {
        return with(e.number(), true, outOfDate);
    }

    Result after(ProtestDecided e) {
        return with(e.number(), false, outOfDate || e.outcome() == ProtestOutcome.UPHELD);
    }

    /** Something was decided that the published result does not know of. */
    Result overtaken() {
        return new Result(revision, publishedNanos, revision > 0, undecided);
    }

    private static Decision<RaceEvent> publish(
            SessionState state, Schedule schedule, PublishProvisionalResult c) {
        if (!(state.phase() instanceof Phase.MayPublish)) {
            return Decision.refuse(
                    RaceRefusal.illegalStep(
                            state.phase(),
                            "have a result",
                            "it is published after the chequered flag, until it is official"));
        }
        if (c.atNanos() < state.sinceNanos()) {
            return Decision.refuse(RaceRefusal.backInTime(c.atNanos(), state.sinceNanos()));
        }
        return Values.unless(
                unusable(state.entries(), c.classification()),
                new ProvisionalResultPublished(
                        schedule.session(),
                        c.atNanos(),
                        state.result().revision() + 1,
                        c.classification()));
    }

    /**
     * Every entry that was not withdrawn stands in it once, with positions from 1 up and then those
     * without.
     */
    private static Optional<RaceRefusal> unusable(Entries entries, List<Classified> lines) {
        Set<String> cars = new HashSet<>();
        int last = 0;
        boolean positions = true;
        for (Classified line : lines) {
            Optional<RaceRefusal> unknown = entries.unknown(line.car());
            if (unknown.isPresent()) {
                return unknown;
            }
            Optional<RaceRefusal> impossible = impossible(line);
            if (impossible.isPresent()) {
                return impossible;
            }
            boolean next = positions && line.position() == last + 1;
            if (!cars.add(line.car()) || !(next || line.position() == 0)) {
                return Optional.of(
                        RaceRefusal.unusable(
                                "line of the classification",
                                line.position() + " " + line.car(),
                                "each car once, positions from 1 without gaps, then those without (0)"));
            }
            positions = next;
            last = line.position();
        }
        Set<String> missing = entries.takingPart();
        missing.removeAll(cars);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        RaceRefusal.unusable(
                                "classification",
                                "without " + String.join(", ", missing.stream().sorted().toList()),
                                "a line for each entry, those that retired included"));
    }

    private static Optional<RaceRefusal> impossible(Classified line) {
        return Values.first(
                Values.between("laps", line.laps(), MOST_LAPS),
                impossible("time", line.timeNanos()),
                impossible("penalty", line.penaltyNanos()));
    }

    private static Optional<RaceRefusal> impossible(String what, long nanos) {
        return nanos < 0 || nanos > LONGEST_NANOS
                ? Optional.of(
                        RaceRefusal.unusable(
                                what,
                                EpochNanos.toSeconds(nanos) + " s",
                                "0 s to " + EpochNanos.toSeconds(LONGEST_NANOS) + " s"))
                : Optional.empty();
    }

    private static Decision<RaceEvent> lodge(
            SessionState state, Schedule schedule, LodgeProtest c) {
        if (!(state.phase() instanceof Phase.Provisional)) {
            return Decision.refuse(
                    RaceRefusal.illegalStep(
                            state.phase(),
                            "take a protest",
                            "protests are lodged against a provisional result"));
        }
        long until = state.result().publishedNanos() + schedule.protestNanos();
        if (c.atNanos() > until) {
            return Decision.refuse(
                    new RaceRefusal(
                            Rule.PROTEST_TOO_LATE,
                            "the time for protests ended at " + RaceRefusal.time(until),
                            "ask the stewards for a review instead"));
        }
        int number = state.result().undecided().size() + 1;
        if (number > MOST_PROTESTS) {
            return Decision.refuse(RaceRefusal.tooMany("protests", MOST_PROTESTS));
        }
        return Values.unless(
                Values.first(
                        Values.name("by", c.by()),
                        c.against().isEmpty()
                                ? Optional.empty()
                                : state.entries().unknown(c.against()),
                        Values.text("ground", c.ground())),
                new ProtestLodged(
                        schedule.session(), c.atNanos(), number, c.by(), c.against(), c.ground()));
    }

    private static Decision<RaceEvent> decideProtest(
            SessionState state, Schedule schedule, DecideProtest c) {
        Boolean open = state.result().undecided().get(c.number());
        if (open == null) {
            return Decision.refuse(
                    RaceRefusal.unknown(
                            Rule.PROTEST_UNKNOWN,
                            "protest " + c.number(),
                            "the session has "
                                    + state.result().undecided().size()
                                    + " of them, from 1"));
        }
        if (!open) {
            return Decision.refuse(
                    new RaceRefusal(
                            Rule.PROTEST_DECIDED,
                            "protest " + c.number() + " is decided",
                            "look at the history of the session"));
        }
        return Values.unless(
                Values.text("reason", c.reason()),
                new ProtestDecided(
                        schedule.session(), c.atNanos(), c.number(), c.outcome(), c.reason()));
    }

    private static Decision<RaceEvent> makeOfficial(
            SessionState state, Schedule schedule, MakeResultOfficial c) {
        if (state.phase() instanceof Phase.Official) {
            return Decision.nothingToDo();
        }
        if (!(state.phase() instanceof Phase.Provisional)) {
            return Decision.refuse(
                    RaceRefusal.illegalStep(
                            state.phase(),
                            "have an official result",
                            "publish a provisional one first"));
        }
        Optional<String> obstacle = obstacle(state, schedule, c.atNanos());
        return obstacle.isPresent()
                ? Decision.refuse(
                        new RaceRefusal(
                                Rule.RESULT_NOT_READY,
                                "the result cannot become official: " + obstacle.get(),
                                "settle that first, then publish the result anew if it changed"))
                : Decision.accept(new ResultMadeOfficial(schedule.session(), c.atNanos()));
    }

    private static Optional<String> obstacle(SessionState state, Schedule schedule, long atNanos) {
        Result result = state.result();
        long until = result.publishedNanos() + schedule.protestNanos();
        if (atNanos < until) {
            return Optional.of("protests may be lodged until " + RaceRefusal.time(until));
        }
        long protests = result.undecided().values().stream().filter(open -> open).count();
        if (protests > 0) {
            return Optional.of(protests + " of the protests are undecided");
        }
        long investigations = state.incidents().underInvestigation();
        if (investigations > 0) {
            return Optional.of(investigations + " of the incidents are under investigation");
        }
        return result.outOfDate()
                ? Optional.of("something was decided after it was published")
                : Optional.empty();
    }

    private Result with(int number, boolean open, boolean changed) {
        Map<Integer, Boolean> protests = new HashMap<>(undecided);
        protests.put(number, open);
        return new Result(revision, publishedNanos, changed, protests);
    }
}
