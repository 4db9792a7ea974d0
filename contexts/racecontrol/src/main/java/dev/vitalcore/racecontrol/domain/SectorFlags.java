package dev.vitalcore.racecontrol.domain;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlag;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlagShown;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SectorFlagWithdrawn;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.racecontrol.domain.RaceCommand.FlagCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowSectorFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.WithdrawSectorFlag;
import dev.vitalcore.racecontrol.domain.RaceRefusal.Rule;
import java.util.HashMap;
import java.util.Map;

/**
 * What the marshal posts show.
 *
 * @param bySector of those that show anything, from 1
 */
public record SectorFlags(Map<Integer, SectorFlag> bySector) {
    static final SectorFlags CLEAR = new SectorFlags(Map.of());

    public SectorFlags {
        bySector = Map.copyOf(bySector);
    }

    static Decision<RaceEvent> decide(SessionState state, Schedule schedule, FlagCommand command) {
        if (!carsMayBeOut(state.phase())) {
            return Decision.refuse(
                    RaceRefusal.illegalStep(
                            state.phase(),
                            "show flags in sectors",
                            "flags are shown from the opening until the result"));
        }
        if (command.sector() < 1 || command.sector() > schedule.marshalSectors()) {
            return Decision.refuse(
                    RaceRefusal.unknown(
                            Rule.SECTOR_UNKNOWN,
                            "marshal sector " + command.sector(),
                            "the circuit has " + schedule.marshalSectors() + " of them, from 1"));
        }
        return switch (command) {
            case ShowSectorFlag c -> show(state.flags(), schedule, c);
            case WithdrawSectorFlag c -> withdraw(state.flags(), schedule, c);
        };
    }

    SectorFlags after(SectorFlagShown e) {
        Map<Integer, SectorFlag> changed = new HashMap<>(bySector);
        changed.put(e.sector(), e.flag());
        return new SectorFlags(changed);
    }

    SectorFlags after(SectorFlagWithdrawn e) {
        Map<Integer, SectorFlag> changed = new HashMap<>(bySector);
        changed.remove(e.sector());
        return new SectorFlags(changed);
    }

    private static Decision<RaceEvent> show(
            SectorFlags flags, Schedule schedule, ShowSectorFlag c) {
        return c.flag() == flags.bySector.get(c.sector())
                ? Decision.nothingToDo()
                : Values.unless(
                        Values.text("reason", c.reason()),
                        new SectorFlagShown(
                                schedule.session(), c.atNanos(), c.sector(), c.flag(), c.reason()));
    }

    private static Decision<RaceEvent> withdraw(
            SectorFlags flags, Schedule schedule, WithdrawSectorFlag c) {
        return flags.bySector.containsKey(c.sector())
                ? Decision.accept(
                        new SectorFlagWithdrawn(schedule.session(), c.atNanos(), c.sector()))
                : Decision.nothingToDo();
    }

    private static boolean carsMayBeOut(Phase phase) {
        return phase instanceof Phase.Open
                || phase instanceof Phase.Running
                || phase instanceof Phase.Chequered;
    }
}
