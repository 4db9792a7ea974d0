package dev.vitalcore.racecontrol.domain;

import static dev.vitalcore.racecontrol.domain.Decisions.SPA;
import static dev.vitalcore.racecontrol.domain.Decisions.at;
import static dev.vitalcore.racecontrol.domain.Decisions.entry;
import static dev.vitalcore.racecontrol.domain.Decisions.green;
import static dev.vitalcore.racecontrol.domain.Decisions.scheduled;

import dev.vitalcore.contracts.racecontrol.RaceEvent.DriverChanged;
import dev.vitalcore.contracts.racecontrol.RaceEvent.EntryRegistered;
import dev.vitalcore.contracts.racecontrol.RaceEvent.EntryWithdrawn;
import dev.vitalcore.racecontrol.domain.RaceCommand.ChangeDriver;
import dev.vitalcore.racecontrol.domain.RaceCommand.RegisterEntry;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowChequeredFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.TakeBackRegistration;
import dev.vitalcore.racecontrol.domain.RaceCommand.WithdrawEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntriesTest {
    @Test
    void takesAnEntryOnce() {
        scheduled()
                .when(entry("44"))
                .then(new EntryRegistered(SPA, at(-1), "44", "team 44", List.of("a 44", "b 44")))
                .when(entry("44"))
                .then()
                .when(new RegisterEntry(at(0), "44", "another team", List.of("c")))
                .refused("entry-known", "'44'", "team 44", "withdraw");
    }

    @Test
    void namesACarAsTelemetryDoes() {
        scheduled()
                .when(new RegisterEntry(at(0), "No. 7", "a team", List.of("c")))
                .refused("unusable-value", "'No. 7'", "'no.-7'");
    }

    @Test
    void wantsDrivers() {
        scheduled()
                .when(new RegisterEntry(at(0), "7", "a team", List.of()))
                .refused("unusable-value", "drivers")
                .when(new RegisterEntry(at(0), "7", "a team", List.of("c", "c")))
                .refused("unusable-value", "different");
    }

    @Test
    void takesNoNamesOfSeveralLinesOrNone() {
        scheduled()
                .when(new RegisterEntry(at(0), "7", "a team", List.of("Ada\nBert")))
                .refused("unusable-value", "driver 'Ada�Bert'", "control character")
                .when(new RegisterEntry(at(0), "7", "a team", List.of("Ada", " ")))
                .refused("unusable-value", "driver ' '")
                .when(new RegisterEntry(at(0), "7", "a\u0085team", List.of("Ada")))
                .refused("unusable-value", "team 'a�team'")
                .when(new RegisterEntry(at(0), "7", "a\u2028team", List.of("Ada")))
                .refused("unusable-value", "team 'a�team'")
                .when(new RegisterEntry(at(0), "7", "Équipe 77 — Ś", List.of("José", "李雷")))
                .then(new EntryRegistered(SPA, at(0), "7", "Équipe 77 — Ś", List.of("José", "李雷")));
    }

    @Test
    void changesDriversOfTheEntryOnly() {
        green().when(new ChangeDriver(at(100), "44", "b 44"))
                .then(new DriverChanged(SPA, at(100), "44", "b 44"))
                .when(new ChangeDriver(at(101), "44", "b 44"))
                .then()
                .when(new ChangeDriver(at(102), "44", "somebody"))
                .refused("driver-unknown", "a 44, b 44")
                .when(new ChangeDriver(at(102), "99", "somebody"))
                .refused("entry-unknown", "'99'");
    }

    @Test
    void aWithdrawnCarCanComeBack() {
        green().when(new WithdrawEntry(at(100), "44", "engine"))
                .then(new EntryWithdrawn(SPA, at(100), "44", "engine"))
                .when(new WithdrawEntry(at(101), "44", "engine"))
                .then()
                .when(new ChangeDriver(at(102), "44", "b 44"))
                .refused("entry-withdrawn", "register it again")
                .given(new RegisterEntry(at(103), "44", "another team", List.of("c")));
    }

    /** Car 44 is the second event of the session, after its scheduling. */
    @Test
    void takesBackOneRegistrationOfACarAndNoOther() {
        scheduled()
                .given(entry("44"))
                .when(new TakeBackRegistration(at(1), "44", 3, "silent"))
                .then()
                .when(new TakeBackRegistration(at(1), "8", 2, "silent"))
                .then()
                .when(new TakeBackRegistration(at(2), "44", 2, "silent"))
                .then(new EntryWithdrawn(SPA, at(2), "44", "silent"))
                .when(new TakeBackRegistration(at(3), "44", 2, "silent"))
                .then()
                .given(entry("44"))
                .when(new TakeBackRegistration(at(4), "44", 2, "silent"))
                .then()
                .when(new TakeBackRegistration(at(5), "44", 4, "silent"))
                .then(new EntryWithdrawn(SPA, at(5), "44", "silent"));
    }

    @Test
    void takesNobodyAfterTheEnd() {
        green().given(new ShowChequeredFlag(at(3_600)))
                .when(entry("8"))
                .refused("illegal-step", "chequered");
    }
}
