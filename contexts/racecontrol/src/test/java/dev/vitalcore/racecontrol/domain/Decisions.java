package dev.vitalcore.racecontrol.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionKind;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.racecontrol.domain.RaceCommand.GoGreen;
import dev.vitalcore.racecontrol.domain.RaceCommand.OpenSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.RegisterEntry;
import dev.vitalcore.racecontrol.domain.RaceCommand.ScheduleSession;
import java.util.ArrayList;
import java.util.List;

/** A session to which commands are given one after the other: given, when, then. */
final class Decisions {
    static final SessionId SPA = new SessionId("spa-race");
    static final long SECOND = 1_000_000_000L;
    static final long START = 1_777_732_330L * SECOND;
    static final long PROTEST_NANOS = 1_800 * SECOND;

    private final SessionDecider decider = new SessionDecider();
    private SessionState state = decider.initial();
    private Decision<RaceEvent> last = Decision.nothingToDo();

    static Decisions unscheduled() {
        return new Decisions();
    }

    static Decisions scheduled() {
        return unscheduled()
                .given(
                        new ScheduleSession(
                                SPA,
                                START - 3_600 * SECOND,
                                SessionKind.RACE,
                                "Race 1",
                                "Spa",
                                START,
                                9,
                                PROTEST_NANOS));
    }

    static Decisions green() {
        return scheduled()
                .given(entry("44"), entry("7"))
                .given(new OpenSession(at(0)), new GoGreen(at(60)));
    }

    /** Seconds after the start. */
    static long at(long seconds) {
        return START + seconds * SECOND;
    }

    static RegisterEntry entry(String car) {
        return new RegisterEntry(
                START - SECOND, car, "team " + car, List.of("a " + car, "b " + car));
    }

    /** Each must be accepted. */
    Decisions given(RaceCommand... commands) {
        for (RaceCommand command : commands) {
            when(command);
            assertThat(last).as(command.toString()).isInstanceOf(Decision.Accepted.class);
        }
        return this;
    }

    Decisions when(RaceCommand command) {
        last = decider.decide(state, command);
        if (last instanceof Decision.Accepted<RaceEvent>(List<RaceEvent> events)) {
            for (RaceEvent event : events) {
                state = decider.evolve(state, event);
            }
        }
        return this;
    }

    Decisions then(RaceEvent... events) {
        assertThat(last).isEqualTo(new Decision.Accepted<>(List.of(events)));
        return this;
    }

    Decisions refused(String code, String... told) {
        assertThat(last).isInstanceOf(Decision.Refused.class);
        if (last instanceof Decision.Refused<RaceEvent>(var refusal)) {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.message() + "; " + refusal.remedy()).contains(told);
        }
        return this;
    }

    SessionState state() {
        return state;
    }

    List<RaceEvent> events() {
        return last instanceof Decision.Accepted<RaceEvent>(List<RaceEvent> events)
                ? new ArrayList<>(events)
                : List.of();
    }
}
