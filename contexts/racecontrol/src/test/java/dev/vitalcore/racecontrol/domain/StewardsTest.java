package dev.vitalcore.racecontrol.domain;

import static dev.vitalcore.racecontrol.domain.Decisions.PROTEST_NANOS;
import static dev.vitalcore.racecontrol.domain.Decisions.SECOND;
import static dev.vitalcore.racecontrol.domain.Decisions.SPA;
import static dev.vitalcore.racecontrol.domain.Decisions.at;
import static dev.vitalcore.racecontrol.domain.Decisions.green;
import static dev.vitalcore.racecontrol.domain.Decisions.scheduled;

import dev.vitalcore.contracts.racecontrol.RaceEvent.Classified;
import dev.vitalcore.contracts.racecontrol.RaceEvent.Finish;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentAcknowledged;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentClosed;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.IncidentReported;
import dev.vitalcore.contracts.racecontrol.RaceEvent.InvestigationOpened;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyImposed;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyKind;
import dev.vitalcore.contracts.racecontrol.RaceEvent.PenaltyServed;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProtestLodged;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProtestOutcome;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ProvisionalResultPublished;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ResultMadeOfficial;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlag;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlagShown;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlagWithdrawn;
import dev.vitalcore.racecontrol.domain.RaceCommand.AcknowledgeIncident;
import dev.vitalcore.racecontrol.domain.RaceCommand.CloseIncident;
import dev.vitalcore.racecontrol.domain.RaceCommand.DecideProtest;
import dev.vitalcore.racecontrol.domain.RaceCommand.ImposePenalty;
import dev.vitalcore.racecontrol.domain.RaceCommand.LodgeProtest;
import dev.vitalcore.racecontrol.domain.RaceCommand.MakeResultOfficial;
import dev.vitalcore.racecontrol.domain.RaceCommand.OpenInvestigation;
import dev.vitalcore.racecontrol.domain.RaceCommand.PublishProvisionalResult;
import dev.vitalcore.racecontrol.domain.RaceCommand.RecordPenaltyServed;
import dev.vitalcore.racecontrol.domain.RaceCommand.ReportIncident;
import dev.vitalcore.racecontrol.domain.RaceCommand.RevokePenalty;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowChequeredFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowSectorFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.WithdrawSectorFlag;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Flags in sectors, incidents, penalties, the result and protests against it. */
class StewardsTest {
    private static final Classified FIRST = line(1, "44", Finish.CLASSIFIED);
    private static final Classified SECOND_CAR = line(2, "7", Finish.CLASSIFIED);
    private static final List<Classified> RESULT = List.of(FIRST, SECOND_CAR);

    @Test
    void showsFlagsInTheSectorsOfTheCircuit() {
        green().when(new ShowSectorFlag(at(100), 3, SectorFlag.DOUBLE_YELLOW, "car in the gravel"))
                .then(
                        new SectorFlagShown(
                                SPA, at(100), 3, SectorFlag.DOUBLE_YELLOW, "car in the gravel"))
                .when(new ShowSectorFlag(at(101), 3, SectorFlag.DOUBLE_YELLOW, "still there"))
                .then()
                .when(new WithdrawSectorFlag(at(130), 3))
                .then(new SectorFlagWithdrawn(SPA, at(130), 3))
                .when(new WithdrawSectorFlag(at(131), 3))
                .then()
                .when(new ShowSectorFlag(at(132), 10, SectorFlag.YELLOW, "oil"))
                .refused("sector-unknown", "10", "9");
        scheduled()
                .when(new ShowSectorFlag(at(0), 3, SectorFlag.YELLOW, "oil"))
                .refused("illegal-step", "scheduled");
    }

    @Test
    void anIncidentIsDealtWithStepByStep() {
        green().when(contact())
                .then(
                        new IncidentReported(
                                SPA,
                                at(90),
                                1,
                                IncidentKind.CONTACT,
                                List.of("44", "7"),
                                OptionalDouble.of(1_204),
                                "44 hit 7 at turn 5"))
                .when(new AcknowledgeIncident(at(91), 1))
                .then(new IncidentAcknowledged(SPA, at(91), 1))
                .when(new OpenInvestigation(at(95), 1))
                .then(new InvestigationOpened(SPA, at(95), 1))
                .when(new AcknowledgeIncident(at(96), 1))
                .then()
                .when(new CloseIncident(at(300), 1, "5 s for 44"))
                .then(new IncidentClosed(SPA, at(300), 1, "5 s for 44"))
                .when(new OpenInvestigation(at(301), 1))
                .refused("incident-closed", "incident 1")
                .when(new OpenInvestigation(at(301), 2))
                .refused("incident-unknown", "incident 2", "1 of them");
    }

    @Test
    void reportsIncidentsOfKnownCars() {
        green().when(
                        new ReportIncident(
                                at(90),
                                IncidentKind.SPIN,
                                List.of("99"),
                                OptionalDouble.empty(),
                                "spun"))
                .refused("entry-unknown", "'99'");
    }

    @Test
    void imposesWhatCanStillBeServed() {
        green().given(contact())
                .when(penalty(PenaltyKind.DRIVE_THROUGH, 0))
                .then(
                        new PenaltyImposed(
                                SPA,
                                at(100),
                                1,
                                "44",
                                PenaltyKind.DRIVE_THROUGH,
                                0,
                                OptionalInt.of(1),
                                "contact"))
                .when(new RecordPenaltyServed(at(400), 1))
                .then(new PenaltyServed(SPA, at(400), 1))
                .when(new RevokePenalty(at(401), 1, "new pictures"))
                .refused("penalty-over", "is served already")
                .given(new ShowChequeredFlag(at(3_600)))
                .when(penalty(PenaltyKind.DRIVE_THROUGH, 0))
                .refused("penalty-not-now", "nobody can drive a drive through")
                .given(penalty(PenaltyKind.TIME, 30))
                .when(penalty(PenaltyKind.TIME, 0))
                .refused("unusable-value", "amount of time '0'", "1 to 3600 seconds")
                .when(penalty(PenaltyKind.REPRIMAND, 5))
                .refused("unusable-value", "'5'");
    }

    @Test
    void theResultBecomesOfficialWhenNothingCanChangeItAnyMore() {
        finished()
                .when(new PublishProvisionalResult(at(4_000), RESULT))
                .then(new ProvisionalResultPublished(SPA, at(4_000), 1, RESULT))
                .when(new MakeResultOfficial(at(4_001)))
                .refused("result-not-ready", "protests may be lodged until")
                .when(new MakeResultOfficial(at(4_000) + PROTEST_NANOS))
                .then(new ResultMadeOfficial(SPA, at(4_000) + PROTEST_NANOS))
                .when(penalty(PenaltyKind.TIME, 5))
                .refused("penalty-not-now", "official");
    }

    @Test
    void aProtestHoldsTheResultUp() {
        long late = at(4_000) + 2 * PROTEST_NANOS;
        finished()
                .given(new PublishProvisionalResult(at(4_000), RESULT))
                .when(new LodgeProtest(at(4_100), "team 7", "44", "ride height"))
                .then(new ProtestLodged(SPA, at(4_100), 1, "team 7", "44", "ride height"))
                .when(new LodgeProtest(at(4_000) + PROTEST_NANOS + 1, "team 7", "", "too late"))
                .refused("protest-too-late", "2026-05-02T16:08:50Z")
                .when(new MakeResultOfficial(late))
                .refused("result-not-ready", "1 of the protests")
                .given(new DecideProtest(late, 1, ProtestOutcome.UPHELD, "2 mm too low"))
                .when(new DecideProtest(late, 1, ProtestOutcome.DISMISSED, "or not"))
                .refused("protest-decided", "protest 1")
                .when(new MakeResultOfficial(late))
                .refused("result-not-ready", "after it was published")
                .given(
                        new PublishProvisionalResult(
                                late,
                                List.of(
                                        line(1, "7", Finish.CLASSIFIED),
                                        line(0, "44", Finish.DISQUALIFIED))))
                .given(new MakeResultOfficial(late + PROTEST_NANOS));
    }

    @Test
    void aPenaltyAfterTheResultMakesItOutOfDate() {
        long late = at(4_000) + PROTEST_NANOS;
        finished()
                .given(new PublishProvisionalResult(at(4_000), RESULT))
                .given(contact(), new OpenInvestigation(at(4_001), 1))
                .when(new MakeResultOfficial(late))
                .refused("result-not-ready", "under investigation")
                .given(penalty(PenaltyKind.TIME, 5), new CloseIncident(at(4_200), 1, "5 s"))
                .when(new MakeResultOfficial(late))
                .refused("result-not-ready", "after it was published");
    }

    @Test
    void aResultHasNumbersThatCanBe() {
        finished()
                .when(result(new Classified(1, "44", -20, 0, 0, Finish.CLASSIFIED)))
                .refused("unusable-value", "laps '-20'", "0 to 10000")
                .when(result(new Classified(1, "44", 20, -5_000_000_000L, 0, Finish.CLASSIFIED)))
                .refused("unusable-value", "time '-5.0 s'")
                .when(result(new Classified(1, "44", 20, 0, Long.MAX_VALUE, Finish.CLASSIFIED)))
                .refused("unusable-value", "penalty");
    }

    private static PublishProvisionalResult result(Classified first) {
        return new PublishProvisionalResult(
                at(4_000), List.of(first, line(2, "7", Finish.CLASSIFIED)));
    }

    @Test
    void anIncidentIsOnTheCircuitAndNamesEachCarOnce() {
        finished()
                .when(contact(List.of("44", "7"), 1e300))
                .refused("unusable-value", "distance", "0 to 100000")
                .when(contact(List.of("44", "7", "44"), 12))
                .refused("unusable-value", "'twice 44'");
    }

    @Test
    void aResultHasALineForEachEntry() {
        finished()
                .when(new PublishProvisionalResult(at(4_000), List.of(FIRST)))
                .refused("unusable-value", "without 7")
                .when(new PublishProvisionalResult(at(4_000), List.of(FIRST, FIRST)))
                .refused("unusable-value", "each car once")
                .when(
                        new PublishProvisionalResult(
                                at(4_000), List.of(FIRST, line(3, "7", Finish.CLASSIFIED))))
                .refused("unusable-value", "without gaps")
                .given(
                        new PublishProvisionalResult(
                                at(4_000), List.of(FIRST, line(0, "7", Finish.RETIRED))));
        green().when(new PublishProvisionalResult(at(4_000), RESULT))
                .refused("illegal-step", "chequered");
    }

    private static Decisions finished() {
        return green().given(new ShowChequeredFlag(at(3_600)));
    }

    private static ReportIncident contact() {
        return contact(List.of("44", "7"), 1_204);
    }

    private static ReportIncident contact(List<String> cars, double distance_m) {
        return new ReportIncident(
                at(90),
                IncidentKind.CONTACT,
                cars,
                OptionalDouble.of(distance_m),
                "44 hit 7 at turn 5");
    }

    private static ImposePenalty penalty(PenaltyKind kind, int amount) {
        return new ImposePenalty(at(100), "44", kind, amount, OptionalInt.of(1), "contact");
    }

    private static Classified line(int position, String car, Finish finish) {
        return new Classified(position, car, 40, 3_600 * SECOND, 0, finish);
    }
}
