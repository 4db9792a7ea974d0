package dev.vitalcore.racecontrol.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.avro.AvroRaceEvents;
import dev.vitalcore.contracts.racecontrol.RaceEvent.Classified;
import dev.vitalcore.contracts.racecontrol.RaceEvent.Finish;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlag;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionKind;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.Command;
import dev.vitalcore.platform.events.Command.Sender;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.InMemoryEventStore;
import dev.vitalcore.platform.events.InMemorySnapshots;
import dev.vitalcore.platform.events.Snapshotting;
import dev.vitalcore.platform.events.StateFormat;
import dev.vitalcore.racecontrol.domain.RaceCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.AcknowledgeIncident;
import dev.vitalcore.racecontrol.domain.RaceCommand.ChangeDriver;
import dev.vitalcore.racecontrol.domain.RaceCommand.CloseIncident;
import dev.vitalcore.racecontrol.domain.RaceCommand.DeploySafetyCar;
import dev.vitalcore.racecontrol.domain.RaceCommand.GoGreen;
import dev.vitalcore.racecontrol.domain.RaceCommand.ImposePenalty;
import dev.vitalcore.racecontrol.domain.RaceCommand.LodgeProtest;
import dev.vitalcore.racecontrol.domain.RaceCommand.OpenInvestigation;
import dev.vitalcore.racecontrol.domain.RaceCommand.OpenSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.PublishProvisionalResult;
import dev.vitalcore.racecontrol.domain.RaceCommand.RecordPenaltyServed;
import dev.vitalcore.racecontrol.domain.RaceCommand.RegisterEntry;
import dev.vitalcore.racecontrol.domain.RaceCommand.ReportIncident;
import dev.vitalcore.racecontrol.domain.RaceCommand.RevokePenalty;
import dev.vitalcore.racecontrol.domain.RaceCommand.ScheduleSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowChequeredFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowRedFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowSectorFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowYellowFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.WithdrawEntry;
import dev.vitalcore.racecontrol.domain.RaceCommand.WithdrawSectorFlag;
import dev.vitalcore.racecontrol.domain.SessionState;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Races of commands by chance: the state is the same by snapshots and by all events. */
class SessionSnapshotsTest {
    private static final SessionId SPA = new SessionId("spa-race");
    private static final long START = 1_777_732_330_000_000_000L;
    private static final int COMMANDS = 600;
    private static final int EVERY = 25;

    private final EventStore store = new InMemoryEventStore(InstantSource.system());
    private final InMemorySnapshots snapshots = new InMemorySnapshots();
    private final StateFormat<SessionState> states = Sessions.states();
    private long atNanos = START;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theStateIsTheSameBySnapshotsAndByAllEvents(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        Sessions sessions = withSnapshots();
        give(sessions, 0, schedule());
        for (int number = 1; number <= COMMANDS; number++) {
            // The end comes late, as it leaves little to be decided.
            give(sessions, number, number < COMMANDS - 20 ? running(chance) : ending(chance));
            SessionState state = sessions.state(SPA);
            assertThat(states.read(states.write(state))).isEqualTo(state);
        }

        SessionState byAllEvents = new Sessions(store, new AvroRaceEvents()).state(SPA);
        assertThat(withSnapshots().state(SPA)).isEqualTo(byAllEvents);
        assertThat(snapshots.newest(Sessions.stream(SPA)))
                .hasValueSatisfying(kept -> {
                    assertThat(kept.version()).isGreaterThan(store.end() - EVERY - 1);
                    assertThat(kept.format()).isEqualTo(states.name());
                });
    }

    private Sessions withSnapshots() {
        return new Sessions(
                store,
                new AvroRaceEvents(),
                Optional.of(new Snapshotting<>(snapshots, states, EVERY)));
    }

    private void give(Sessions sessions, int number, RaceCommand command) {
        sessions.handle(
                SPA, new Command<>("k" + number, "", command, new Sender("anna", "why", "")));
    }

    private static RaceCommand schedule() {
        return new ScheduleSession(
                SPA, START, SessionKind.RACE, "Race 1", "Spa", START, 9, 1_800_000_000_000L);
    }

    private RaceCommand running(SplittableRandom chance) {
        atNanos += 1_000_000_000L;
        String car = Integer.toString(chance.nextInt(1, 8));
        int number = chance.nextInt(1, 20);
        return switch (chance.nextInt(18)) {
            case 0 -> new OpenSession(atNanos);
            case 1 -> new GoGreen(atNanos);
            case 2 -> new ShowYellowFlag(atNanos, "debris");
            case 3 -> new DeploySafetyCar(atNanos, "contact");
            case 4 -> new ShowRedFlag(atNanos, "barrier");
            case 5, 6 ->
                    new RegisterEntry(
                            atNanos, car, "team " + car, List.of("Anna " + car, "Bo " + car));
            case 7 -> new WithdrawEntry(atNanos, car, "engine");
            case 8 -> new ChangeDriver(atNanos, car, "Bo " + car);
            case 9 ->
                    new ShowSectorFlag(
                            atNanos,
                            chance.nextInt(1, 10),
                            one(chance, SectorFlag.values()),
                            "oil");
            case 10 -> new WithdrawSectorFlag(atNanos, chance.nextInt(1, 10));
            case 11, 12 ->
                    new ReportIncident(
                            atNanos,
                            one(chance, IncidentKind.values()),
                            List.of(car),
                            OptionalDouble.of(chance.nextInt(7_000)),
                            "seen by post 4");
            case 13 -> new AcknowledgeIncident(atNanos, number);
            case 14 -> new OpenInvestigation(atNanos, number);
            case 15 -> new CloseIncident(atNanos, number, "racing");
            case 16 ->
                    new ImposePenalty(
                            atNanos,
                            car,
                            one(chance, PenaltyKind.values()),
                            5,
                            OptionalInt.empty(),
                            "pit lane");
            default ->
                    chance.nextBoolean()
                            ? new RecordPenaltyServed(atNanos, number)
                            : new RevokePenalty(atNanos, number, "error");
        };
    }

    private RaceCommand ending(SplittableRandom chance) {
        atNanos += 1_000_000_000L;
        return switch (chance.nextInt(4)) {
            case 0 -> new GoGreen(atNanos);
            case 1 -> new ShowChequeredFlag(atNanos);
            case 2 -> new LodgeProtest(atNanos, "1", "2", "contact");
            default ->
                    new PublishProvisionalResult(
                            atNanos,
                            List.of(new Classified(1, "1", 40, 3_600, 5, Finish.CLASSIFIED)));
        };
    }

    private static <E> E one(SplittableRandom chance, E[] of) {
        return of[chance.nextInt(of.length)];
    }
}
