package dev.vitalcore.racecontrol.domain;

import static dev.vitalcore.racecontrol.domain.Decisions.SPA;
import static dev.vitalcore.racecontrol.domain.Decisions.at;
import static dev.vitalcore.racecontrol.domain.Decisions.green;
import static dev.vitalcore.racecontrol.domain.Decisions.scheduled;
import static dev.vitalcore.racecontrol.domain.Decisions.unscheduled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.racecontrol.RaceEvent.RedFlagShown;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SafetyCarDeployed;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionCancelled;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionOpened;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionWentGreen;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.racecontrol.domain.RaceCommand.CancelSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.DeploySafetyCar;
import dev.vitalcore.racecontrol.domain.RaceCommand.GoGreen;
import dev.vitalcore.racecontrol.domain.RaceCommand.OpenSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.ScheduleSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowChequeredFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowRedFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowYellowFlag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LifecycleTest {
    /** From each phase, by which signal, to which; whatever is not listed is refused. */
    private static final Map<String, Set<String>> ALLOWED =
            Map.of(
                    "scheduled", Set.of("open", "cancelled"),
                    "open", Set.of("green", "cancelled"),
                    "green", Set.of("yellow", "safety-car", "red", "chequered"),
                    "yellow", Set.of("green", "safety-car", "red", "chequered"),
                    "safety-car", Set.of("green", "red", "chequered"),
                    "red", Set.of("green", "safety-car", "chequered", "cancelled"),
                    "chequered", Set.of(),
                    "cancelled", Set.of());

    @TestFactory
    Stream<DynamicTest> movesAsTheRulesSayAndNoOtherWay() {
        return ALLOWED.keySet().stream()
                .sorted()
                .map(phase ->
                        DynamicTest.dynamicTest(
                                phase,
                                () -> {
                                    Set<String> reached = new TreeSet<>();
                                    signals(at(500))
                                            .forEach((word, signal) -> {
                                                Decisions session = in(phase).when(signal);
                                                if (!session.events().isEmpty()) {
                                                    assertThat(session.state().phase().word())
                                                            .isEqualTo(word);
                                                    reached.add(word);
                                                }
                                            });
                                    assertThat(reached)
                                            .isEqualTo(new TreeSet<>(ALLOWED.get(phase)));
                                }));
    }

    @Test
    void opensAndStarts() {
        scheduled()
                .when(new OpenSession(at(0)))
                .then(new SessionOpened(SPA, at(0)))
                .when(new GoGreen(at(60)))
                .then(new SessionWentGreen(SPA, at(60)));
    }

    @Test
    void saysWhatIsPossibleInstead() {
        scheduled()
                .when(new ShowRedFlag(at(0), "barrier"))
                .refused("illegal-step", "scheduled", "red", "open, cancelled");
    }

    @Test
    void doesNothingWhereItIsAlready() {
        green().given(new ShowRedFlag(at(100), "barrier"))
                .when(new ShowRedFlag(at(101), "the barrier again"))
                .then();
    }

    @Test
    void tellsWhyItWasStopped() {
        green().when(new ShowRedFlag(at(100), "barrier at turn 5"))
                .then(new RedFlagShown(SPA, at(100), "barrier at turn 5"))
                .when(new CancelSession(at(900), "dark"))
                .then(new SessionCancelled(SPA, at(900), "dark"));
        green().when(new ShowRedFlag(at(100), " ")).refused("unusable-value", "reason");
    }

    @Test
    void doesNotGoBackInTime() {
        green().given(new DeploySafetyCar(at(100), "debris"))
                .when(new GoGreen(at(99)))
                .refused("back-in-time", "2026-05-02T14:33:49Z", "2026-05-02T14:33:50Z");
        green().when(new DeploySafetyCar(at(60), "debris on the grid"))
                .then(new SafetyCarDeployed(SPA, at(60), "debris on the grid"));
    }

    @Test
    void isScheduledOnce() {
        ScheduleSession again =
                new ScheduleSession(SPA, at(0), SessionKind.RACE, "Race 1", "Spa", at(60), 9, 0);

        unscheduled().given(again).when(again).refused("illegal-step", "scheduled again");
    }

    @Test
    void refusesAScheduleThatCannotBe() {
        unscheduled()
                .when(schedule("", 9, 0))
                .refused("unusable-value", "name ''")
                .when(schedule("Race", 25, 0))
                .refused("unusable-value", "'25'", "0 to 24")
                .when(schedule("Race", 9, -1))
                .refused("unusable-value", "protest");
    }

    @Test
    void nothingIsDecidedAboutWhatIsNotScheduled() {
        unscheduled().when(new OpenSession(at(0))).refused("illegal-step", "unscheduled");
        unscheduled().when(Decisions.entry("44")).refused("illegal-step", "schedule it first");
    }

    @Test
    void anUnscheduledSessionHasNoName() {
        assertThat(new SessionDecider().decide(SessionState.UNSCHEDULED, new GoGreen(0)))
                .isInstanceOf(Decision.Refused.class);
    }

    private static ScheduleSession schedule(String name, int sectors, long protestNanos) {
        return new ScheduleSession(
                new SessionId("spa-race"),
                at(0),
                SessionKind.RACE,
                name,
                "Spa",
                at(60),
                sectors,
                protestNanos);
    }

    private static Map<String, RaceCommand> signals(long at) {
        Map<String, RaceCommand> signals = new LinkedHashMap<>();
        signals.put("open", new OpenSession(at));
        signals.put("green", new GoGreen(at));
        signals.put("yellow", new ShowYellowFlag(at, "oil"));
        signals.put("safety-car", new DeploySafetyCar(at, "oil"));
        signals.put("red", new ShowRedFlag(at, "oil"));
        signals.put("chequered", new ShowChequeredFlag(at));
        signals.put("cancelled", new CancelSession(at, "oil"));
        return signals;
    }

    private static Decisions in(String phase) {
        Decisions session = phase.equals("scheduled") ? scheduled() : scheduled().given(open());
        return switch (phase) {
            case "scheduled", "open" -> session;
            case "cancelled" -> session.given(signals(at(100)).get(phase));
            case "green" -> session.given(new GoGreen(at(60)));
            default -> session.given(new GoGreen(at(60)), signals(at(100)).get(phase));
        };
    }

    private static OpenSession open() {
        return new OpenSession(at(0));
    }
}
