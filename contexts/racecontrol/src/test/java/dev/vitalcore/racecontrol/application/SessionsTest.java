package dev.vitalcore.racecontrol.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.avro.AvroRaceEvents;
import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.RedFlagShown;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionKind;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Moment;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.Command;
import dev.vitalcore.platform.events.Command.Sender;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.Handled;
import dev.vitalcore.platform.events.InMemoryEventStore;
import dev.vitalcore.racecontrol.domain.Phase;
import dev.vitalcore.racecontrol.domain.RaceCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.GoGreen;
import dev.vitalcore.racecontrol.domain.RaceCommand.OpenSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.ReportIncident;
import dev.vitalcore.racecontrol.domain.RaceCommand.ScheduleSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowRedFlag;
import dev.vitalcore.racecontrol.domain.Subject;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final SessionId SPA = new SessionId("spa-race");

    private Instant now = Instant.parse("2026-05-02T14:00:00Z");
    private final EventStore store = new InMemoryEventStore(() -> now);
    private final Sessions sessions = new Sessions(store, new AvroRaceEvents());

    @Test
    void tellsWhatWasInForceAtATime() {
        race();

        assertThat(phase(asOf("14:09:59"), OptionalLong.empty())).isInstanceOf(Phase.Green.class);
        assertThat(phase(asOf("14:10:00"), OptionalLong.empty())).isInstanceOf(Phase.Red.class);
        assertThat(phase(OptionalLong.empty(), OptionalLong.empty())).isInstanceOf(Phase.Red.class);
    }

    /** The red flag came into force at 14:10:00 and was recorded at 14:10:20. */
    @Test
    void tellsWhatWasKnownAtATime() {
        race();

        assertThat(phase(asOf("14:10:10"), asOf("14:10:10"))).isInstanceOf(Phase.Green.class);
        assertThat(phase(asOf("14:10:10"), asOf("14:10:20"))).isInstanceOf(Phase.Red.class);
        assertThat(phase(asOf("14:10:10"), asOf("13:00:00"))).isInstanceOf(Phase.Unscheduled.class);
    }

    @Test
    void tellsWhoAndWhy() {
        race();

        SessionPicture picture = sessions.picture(SPA, Moment.NOW);

        assertThat(picture.version()).isEqualTo(5);
        assertThat(picture.last(RedFlagShown.class, Subject.parse("session")))
                .hasValueSatisfying(red -> {
                    assertThat(red.event().reason()).isEqualTo("barrier");
                    assertThat(red.decided().origin().who()).isEqualTo("anna");
                    assertThat(red.decided().recordedNanos()).isEqualTo(at("14:10:20"));
                });
    }

    @Test
    void tellsTheHistory() {
        race();

        assertThat(sessions.history(SPA, 0, 10, Moment.NOW))
                .extracting(Decided::type)
                .containsExactly(
                        "SessionScheduled",
                        "SessionOpened",
                        "SessionWentGreen",
                        "IncidentReported",
                        "RedFlagShown");
        assertThat(sessions.history(SPA, 3, 10, new Moment(asOf("14:09:00"), OptionalLong.empty())))
                .extracting(Decided::type)
                .containsExactly("IncidentReported");
    }

    @Test
    void knowsNothingOfASessionThatNobodyScheduled() {
        assertThat(sessions.picture(SPA, Moment.NOW).version()).isZero();
        assertThat(sessions.history(SPA, 0, 10, Moment.NOW)).isEmpty();
    }

    private Phase phase(OptionalLong asOf, OptionalLong knownAt) {
        return sessions.picture(SPA, new Moment(asOf, knownAt)).state().phase();
    }

    private void race() {
        decide(
                "14:00:00",
                new ScheduleSession(
                        SPA,
                        at("14:00:00"),
                        SessionKind.RACE,
                        "Race",
                        "Spa",
                        at("14:05:00"),
                        9,
                        0));
        decide("14:01:00", new OpenSession(at("14:01:00")));
        decide("14:05:01", new GoGreen(at("14:05:00")));
        decide(
                "14:09:00",
                new ReportIncident(
                        at("14:08:30"),
                        IncidentKind.CONTACT,
                        List.of(),
                        OptionalDouble.empty(),
                        "barrier hit"));
        decide("14:10:20", new ShowRedFlag(at("14:10:00"), "barrier"));
    }

    private void decide(String recorded, RaceCommand command) {
        now = EpochNanos.toInstant(at(recorded));
        Handled<RaceEvent> handled =
                sessions.handle(
                        SPA, new Command<>(recorded, "", command, new Sender("anna", "", "")));
        assertThat(handled).isInstanceOf(Handled.Done.class);
    }

    private static OptionalLong asOf(String time) {
        return OptionalLong.of(at(time));
    }

    private static long at(String time) {
        return EpochNanos.of(Instant.parse("2026-05-02T" + time + "Z"));
    }
}
