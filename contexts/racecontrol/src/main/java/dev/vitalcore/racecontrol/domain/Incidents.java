package dev.vitalcore.racecontrol.domain;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentAcknowledged;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentClosed;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentReported;
import dev.vitalcore.contracts.racecontrol.RaceEvent.InvestigationOpened;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.racecontrol.domain.RaceCommand.AcknowledgeIncident;
import dev.vitalcore.racecontrol.domain.RaceCommand.CloseIncident;
import dev.vitalcore.racecontrol.domain.RaceCommand.IncidentCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.OpenInvestigation;
import dev.vitalcore.racecontrol.domain.RaceCommand.ReportIncident;
import dev.vitalcore.racecontrol.domain.RaceRefusal.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What happened, and how far it is dealt with. An incident may be reported at any time after the
 * opening, late ones included; it is dealt with step by step and may be closed from any of them.
 *
 * @param byNumber from 1, in the order of their reports
 */
public record Incidents(Map<Integer, Stage> byNumber) {
    static final Incidents NONE = new Incidents(Map.of());
    private static final int MOST = 2_000;

    /** No circuit is longer. */
    private static final int LONGEST_LAP_M = 100_000;

    public Incidents {
        byNumber = Map.copyOf(byNumber);
    }

    /** In this order. */
    public enum Stage {
        REPORTED,
        ACKNOWLEDGED,
        UNDER_INVESTIGATION,
        CLOSED
    }

    static Decision<RaceEvent> decide(
            SessionState state, Schedule schedule, IncidentCommand command) {
        return switch (command) {
            case ReportIncident c -> report(state, schedule, c);
            case AcknowledgeIncident c ->
                    state.incidents()
                            .move(
                                    c.number(),
                                    Stage.ACKNOWLEDGED,
                                    new IncidentAcknowledged(
                                            schedule.session(), c.atNanos(), c.number()));
            case OpenInvestigation c ->
                    state.incidents()
                            .move(
                                    c.number(),
                                    Stage.UNDER_INVESTIGATION,
                                    new InvestigationOpened(
                                            schedule.session(), c.atNanos(), c.number()));
            case CloseIncident c ->
                    Values.text("conclusion", c.conclusion())
                            .<Decision<RaceEvent>>map(Decision::refuse)
                            .orElseGet(() ->
                                    state.incidents()
                                            .move(c.number(), Stage.CLOSED, closed(schedule, c)));
        };
    }

    Incidents after(IncidentReported e) {
        return with(e.number(), Stage.REPORTED);
    }

    Incidents after(IncidentAcknowledged e) {
        return with(e.number(), Stage.ACKNOWLEDGED);
    }

    Incidents after(InvestigationOpened e) {
        return with(e.number(), Stage.UNDER_INVESTIGATION);
    }

    Incidents after(IncidentClosed e) {
        return with(e.number(), Stage.CLOSED);
    }

    /** Those that may still cost somebody a place. */
    long underInvestigation() {
        return byNumber.values().stream().filter(Stage.UNDER_INVESTIGATION::equals).count();
    }

    Optional<RaceRefusal> unknown(int number) {
        return byNumber.containsKey(number)
                ? Optional.empty()
                : Optional.of(
                        RaceRefusal.unknown(
                                Rule.INCIDENT_UNKNOWN,
                                "incident " + number,
                                "the session has " + byNumber.size() + " of them, from 1"));
    }

    private static Decision<RaceEvent> report(
            SessionState state, Schedule schedule, ReportIncident c) {
        if (state.phase() instanceof Phase.Scheduled
                || state.phase() instanceof Phase.Official
                || state.phase() instanceof Phase.Cancelled) {
            return Decision.refuse(
                    RaceRefusal.illegalStep(
                            state.phase(),
                            "have incidents",
                            "they are reported from the opening until the result is official"));
        }
        int number = state.incidents().byNumber.size() + 1;
        if (number > MOST) {
            return Decision.refuse(RaceRefusal.tooMany("incidents", MOST));
        }
        return Values.unless(
                Values.first(
                        Values.text("description", c.description()),
                        c.cars().stream()
                                .map(state.entries()::unknown)
                                .flatMap(Optional::stream)
                                .findFirst(),
                        twice(c.cars()),
                        distance(c)),
                new IncidentReported(
                        schedule.session(),
                        c.atNanos(),
                        number,
                        c.kind(),
                        c.cars(),
                        c.distance_m(),
                        c.description()));
    }

    private static Optional<RaceRefusal> distance(ReportIncident c) {
        double distance_m = c.distance_m().orElse(0);
        return distance_m >= 0 && distance_m <= LONGEST_LAP_M
                ? Optional.empty()
                : Optional.of(
                        RaceRefusal.unusable(
                                "distance",
                                Double.toString(distance_m),
                                "metres from the line, 0 to " + LONGEST_LAP_M));
    }

    private static Optional<RaceRefusal> twice(List<String> cars) {
        Set<String> named = new HashSet<>();
        return cars.stream()
                .filter(car -> !named.add(car))
                .findFirst()
                .map(car -> RaceRefusal.unusable("cars", "twice " + car, "each car once"));
    }

    private Decision<RaceEvent> move(int number, Stage wanted, RaceEvent event) {
        Stage stage = byNumber.get(number);
        if (stage == null) {
            return Decision.refuse(unknown(number).orElseThrow());
        }
        if (stage == wanted) {
            return Decision.nothingToDo();
        }
        if (stage.compareTo(wanted) > 0) {
            return stage == Stage.CLOSED
                    ? Decision.refuse(
                            new RaceRefusal(
                                    Rule.INCIDENT_CLOSED,
                                    "incident " + number + " is closed",
                                    "report it again if there is something new"))
                    : Decision.nothingToDo();
        }
        return Decision.accept(event);
    }

    private static IncidentClosed closed(Schedule schedule, CloseIncident c) {
        return new IncidentClosed(schedule.session(), c.atNanos(), c.number(), c.conclusion());
    }

    private Incidents with(int number, Stage stage) {
        Map<Integer, Stage> changed = new HashMap<>(byNumber);
        changed.put(number, stage);
        return new Incidents(changed);
    }
}
