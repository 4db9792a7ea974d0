package dev.vitalcore.racecontrol.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.Classified;
import dev.vitalcore.contracts.racecontrol.RaceEvent.Finish;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlag;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionKind;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.Command;
import dev.vitalcore.platform.events.Command.Sender;
import dev.vitalcore.platform.events.Handled;
import dev.vitalcore.racecontrol.domain.RaceCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.GoGreen;
import dev.vitalcore.racecontrol.domain.RaceCommand.ImposePenalty;
import dev.vitalcore.racecontrol.domain.RaceCommand.MakeResultOfficial;
import dev.vitalcore.racecontrol.domain.RaceCommand.OpenSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.PublishProvisionalResult;
import dev.vitalcore.racecontrol.domain.RaceCommand.RegisterEntry;
import dev.vitalcore.racecontrol.domain.RaceCommand.ReportIncident;
import dev.vitalcore.racecontrol.domain.RaceCommand.ScheduleSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowChequeredFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowSectorFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.WithdrawSectorFlag;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A race of two cars, told in commands. */
public final class Race {
    private final Sessions sessions;
    private final SessionId id;
    private long position;
    private int commands;

    public Race(Sessions sessions, String id) {
        this.sessions = sessions;
        this.id = new SessionId(id);
    }

    public Race toTheGreenFlag() {
        return decide(
                        new ScheduleSession(
                                id,
                                at("13:00:00"),
                                SessionKind.RACE,
                                "Race of " + id,
                                "Spa",
                                at("14:05:00"),
                                9,
                                0))
                .decide(entry("44", "Ann", "Bob"))
                .decide(entry("7", "Cid"))
                .decide(new OpenSession(at("14:00:00")))
                .decide(new GoGreen(at("14:05:00")));
    }

    public Race withAnIncident() {
        return decide(new ShowSectorFlag(at("14:08:30"), 3, SectorFlag.YELLOW, "car in the gravel"))
                .decide(
                        new ShowSectorFlag(
                                at("14:08:31"), 4, SectorFlag.YELLOW, "car in the gravel"))
                .decide(
                        new ReportIncident(
                                at("14:08:30"),
                                IncidentKind.CONTACT,
                                List.of("44", "7"),
                                OptionalDouble.of(1_204.5),
                                "44 hit 7 at turn 5"))
                .decide(
                        new ImposePenalty(
                                at("14:12:00"),
                                "44",
                                PenaltyKind.TIME,
                                5,
                                OptionalInt.of(1),
                                "causing a collision"))
                .decide(new WithdrawSectorFlag(at("14:10:00"), 4));
    }

    public Race toTheOfficialResult() {
        return decide(new ShowChequeredFlag(at("15:05:00")))
                .decide(
                        new PublishProvisionalResult(
                                at("15:20:00"),
                                List.of(
                                        line(1, "7", 0, Finish.CLASSIFIED),
                                        line(2, "44", 5, Finish.CLASSIFIED))))
                .decide(new MakeResultOfficial(at("15:50:00")));
    }

    public Race decide(RaceCommand command) {
        commands++;
        Handled<RaceEvent> handled =
                sessions.handle(
                        id,
                        new Command<>(
                                "k" + commands, "", command, new Sender("anna", "told so", "")));
        assertThat(handled).isInstanceOf(Handled.Done.class);
        if (handled instanceof Handled.Done<RaceEvent> done) {
            position = done.position();
        }
        return this;
    }

    public SessionId id() {
        return id;
    }

    /** Of the last decision. */
    public long position() {
        return position;
    }

    public static long at(String time) {
        return EpochNanos.of(Instant.parse("2026-05-02T" + time + "Z"));
    }

    private static RegisterEntry entry(String car, String... drivers) {
        return new RegisterEntry(at("13:30:00"), car, "team " + car, List.of(drivers));
    }

    private static Classified line(int position, String car, int penalty_s, Finish finish) {
        return new Classified(
                position,
                car,
                40,
                3_600 * EpochNanos.PER_SECOND,
                penalty_s * EpochNanos.PER_SECOND,
                finish);
    }
}
