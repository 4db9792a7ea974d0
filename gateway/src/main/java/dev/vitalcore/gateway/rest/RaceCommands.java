package dev.vitalcore.gateway.rest;

import dev.vitalcore.contracts.racecontrol.RaceEvent.Classified;
import dev.vitalcore.contracts.racecontrol.RaceEvent.Finish;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProtestOutcome;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlag;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionKind;
import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.kernel.Text;
import dev.vitalcore.racecontrol.domain.RaceCommand;
import java.util.Map;
import java.util.TreeMap;

/** Commands to race control as JSON spells them; docs/race-control.md lists their fields. */
final class RaceCommands {
    private static final int DEFAULT_PROTEST_MINUTES = 30;
    private static final long NANOS_PER_MINUTE = 60 * EpochNanos.PER_SECOND;
    private static final Map<String, Reader> READERS = readers();

    private RaceCommands() {}

    /**
     * @param atNanos when it shall be in force
     * @throws Fault (user) when there is no such command or a field is unusable
     */
    static RaceCommand read(String name, SessionId session, long atNanos, CommandFields fields) {
        Reader reader = READERS.get(name);
        if (reader == null) {
            throw Fault.user(
                    "command-unusable",
                    "there is no command '" + Text.abbreviate(name, 80) + "'",
                    "use one of " + String.join(", ", READERS.keySet()));
        }
        return reader.read(session, atNanos, fields);
    }

    private static Map<String, Reader> readers() {
        Map<String, Reader> readers = new TreeMap<>();
        readers.put("schedule_session", RaceCommands::schedule);
        readers.put("open_session", (s, at, f) -> new RaceCommand.OpenSession(at));
        readers.put("go_green", (s, at, f) -> new RaceCommand.GoGreen(at));
        readers.put(
                "show_yellow_flag",
                (s, at, f) -> new RaceCommand.ShowYellowFlag(at, f.text("reason")));
        readers.put(
                "deploy_safety_car",
                (s, at, f) -> new RaceCommand.DeploySafetyCar(at, f.text("reason")));
        readers.put(
                "show_red_flag", (s, at, f) -> new RaceCommand.ShowRedFlag(at, f.text("reason")));
        readers.put("show_chequered_flag", (s, at, f) -> new RaceCommand.ShowChequeredFlag(at));
        readers.put(
                "cancel_session",
                (s, at, f) -> new RaceCommand.CancelSession(at, f.text("reason")));
        addEntries(readers);
        addIncidents(readers);
        addResult(readers);
        return readers;
    }

    private static RaceCommand schedule(SessionId session, long at, CommandFields f) {
        long minutes = f.optionalWhole("protest_minutes").orElse(DEFAULT_PROTEST_MINUTES);
        return new RaceCommand.ScheduleSession(
                session,
                at,
                f.word("kind", SessionKind.class),
                f.text("name"),
                f.text("circuit"),
                f.moment("start"),
                f.optionalWhole("marshal_sectors").orElse(0),
                minutes * NANOS_PER_MINUTE);
    }

    private static void addEntries(Map<String, Reader> readers) {
        readers.put(
                "register_entry",
                (s, at, f) ->
                        new RaceCommand.RegisterEntry(
                                at, f.text("car"), f.text("team"), f.texts("drivers")));
        readers.put(
                "withdraw_entry",
                (s, at, f) -> new RaceCommand.WithdrawEntry(at, f.text("car"), f.text("reason")));
        readers.put(
                "change_driver",
                (s, at, f) -> new RaceCommand.ChangeDriver(at, f.text("car"), f.text("driver")));
        readers.put(
                "show_sector_flag",
                (s, at, f) ->
                        new RaceCommand.ShowSectorFlag(
                                at,
                                f.whole("sector"),
                                f.word("flag", SectorFlag.class),
                                f.text("reason")));
        readers.put(
                "withdraw_sector_flag",
                (s, at, f) -> new RaceCommand.WithdrawSectorFlag(at, f.whole("sector")));
    }

    private static void addIncidents(Map<String, Reader> readers) {
        readers.put(
                "report_incident",
                (s, at, f) ->
                        new RaceCommand.ReportIncident(
                                at,
                                f.word("kind", IncidentKind.class),
                                f.texts("cars"),
                                f.optionalNumber("distance_m"),
                                f.text("description")));
        readers.put(
                "acknowledge_incident",
                (s, at, f) -> new RaceCommand.AcknowledgeIncident(at, f.whole("number")));
        readers.put(
                "open_investigation",
                (s, at, f) -> new RaceCommand.OpenInvestigation(at, f.whole("number")));
        readers.put(
                "close_incident",
                (s, at, f) ->
                        new RaceCommand.CloseIncident(at, f.whole("number"), f.text("conclusion")));
        readers.put(
                "impose_penalty",
                (s, at, f) ->
                        new RaceCommand.ImposePenalty(
                                at,
                                f.text("car"),
                                f.word("kind", PenaltyKind.class),
                                f.optionalWhole("amount").orElse(0),
                                f.optionalWhole("incident"),
                                f.text("reason")));
        readers.put(
                "record_penalty_served",
                (s, at, f) -> new RaceCommand.RecordPenaltyServed(at, f.whole("number")));
        readers.put(
                "revoke_penalty",
                (s, at, f) ->
                        new RaceCommand.RevokePenalty(at, f.whole("number"), f.text("reason")));
    }

    private static void addResult(Map<String, Reader> readers) {
        readers.put(
                "publish_provisional_result",
                (s, at, f) ->
                        new RaceCommand.PublishProvisionalResult(
                                at,
                                f.items("classification").stream()
                                        .map(line -> classified(CommandFields.of(line)))
                                        .toList()));
        readers.put(
                "lodge_protest",
                (s, at, f) ->
                        new RaceCommand.LodgeProtest(
                                at,
                                f.text("by"),
                                f.optionalText("against").orElse(""),
                                f.text("ground")));
        readers.put(
                "decide_protest",
                (s, at, f) ->
                        new RaceCommand.DecideProtest(
                                at,
                                f.whole("number"),
                                f.word("outcome", ProtestOutcome.class),
                                f.text("reason")));
        readers.put("make_result_official", (s, at, f) -> new RaceCommand.MakeResultOfficial(at));
    }

    private static Classified classified(CommandFields line) {
        Classified classified =
                new Classified(
                        line.optionalWhole("position").orElse(0),
                        line.text("car"),
                        line.whole("laps"),
                        EpochNanos.ofSeconds(line.optionalNumber("time_s").orElse(0)),
                        EpochNanos.ofSeconds(line.optionalNumber("penalty_s").orElse(0)),
                        line.word("finish", Finish.class));
        line.requireAllRead();
        return classified;
    }

    @FunctionalInterface
    private interface Reader {
        RaceCommand read(SessionId session, long atNanos, CommandFields fields);
    }
}
