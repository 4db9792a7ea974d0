package dev.vitalcore.racecontrol.domain;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.DriverChanged;
import dev.vitalcore.contracts.racecontrol.RaceEvent.EntryRegistered;
import dev.vitalcore.contracts.racecontrol.RaceEvent.EntryWithdrawn;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.racecontrol.domain.RaceCommand.ChangeDriver;
import dev.vitalcore.racecontrol.domain.RaceCommand.EntryCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.RegisterEntry;
import dev.vitalcore.racecontrol.domain.RaceCommand.TakeBackRegistration;
import dev.vitalcore.racecontrol.domain.RaceCommand.WithdrawEntry;
import dev.vitalcore.racecontrol.domain.RaceRefusal.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who takes part, by car. */
public record Entries(Map<String, Entry> byCar) {
    static final Entries NONE = new Entries(Map.of());
    private static final int MOST = 200;
    private static final int MOST_DRIVERS = 10;

    public Entries {
        byCar = Map.copyOf(byCar);
    }

    /**
     * @param driving who drives now
     * @param registration the number of the event that registered it among those of the session,
     *     from 1: tells it from an earlier one of the car that said the same
     */
    public record Entry(
            String team,
            List<String> drivers,
            String driving,
            boolean withdrawn,
            long registration) {
        public Entry {
            drivers = List.copyOf(drivers);
        }

        private Entry withDriver(String driver) {
            return new Entry(team, drivers, driver, withdrawn, registration);
        }

        private Entry withdrawnNow() {
            return new Entry(team, drivers, driving, true, registration);
        }
    }

    static Decision<RaceEvent> decide(SessionState state, Schedule schedule, EntryCommand command) {
        return switch (command) {
            case RegisterEntry c -> register(state, schedule, c);
            case WithdrawEntry c -> withdraw(state, schedule, c);
            case TakeBackRegistration c -> takeBack(state, schedule, c);
            case ChangeDriver c -> changeDriver(state, schedule, c);
        };
    }

    /** What stands against the command whatever the session is like; empty: nothing. */
    public static Optional<RaceRefusal> unusable(SessionId session, RegisterEntry c) {
        return Values.first(
                Values.car(session, c.car()), Values.name("team", c.team()), drivers(c.drivers()));
    }

    /**
     * @param number of the event among those of the session
     */
    Entries after(EntryRegistered e, long number) {
        String driving = e.drivers().getFirst();
        return with(e.car(), new Entry(e.team(), e.drivers(), driving, false, number));
    }

    Entries after(EntryWithdrawn e) {
        Entry entry = byCar.get(e.car());
        return entry == null ? this : with(e.car(), entry.withdrawnNow());
    }

    Entries after(DriverChanged e) {
        Entry entry = byCar.get(e.car());
        return entry == null ? this : with(e.car(), entry.withDriver(e.driver()));
    }

    /** Why nothing can be decided about the car; empty where it takes part. */
    Optional<RaceRefusal> unknown(String car) {
        return byCar.containsKey(car)
                ? Optional.empty()
                : Optional.of(
                        RaceRefusal.unknown(
                                Rule.ENTRY_UNKNOWN,
                                "car '" + car + "'",
                                "register its entry, or look at the list of entries"));
    }

    /** The cars that are not withdrawn. */
    Set<String> takingPart() {
        return byCar.entrySet().stream()
                .filter(entry -> !entry.getValue().withdrawn())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Decision<RaceEvent> register(
            SessionState state, Schedule schedule, RegisterEntry c) {
        Entries entries = state.entries();
        if (state.phase() instanceof Phase.MayPublish
                || state.phase() instanceof Phase.Official
                || state.phase() instanceof Phase.Cancelled) {
            return Decision.refuse(
                    RaceRefusal.illegalStep(
                            state.phase(), "take another entry", "register it before the end"));
        }
        Entry known = entries.byCar.get(c.car());
        if (known != null && !known.withdrawn()) {
            return known.team().equals(c.team()) && known.drivers().equals(c.drivers())
                    ? Decision.nothingToDo()
                    : Decision.refuse(
                            new RaceRefusal(
                                    Rule.ENTRY_KNOWN,
                                    "car '" + c.car() + "' is entered already, by " + known.team(),
                                    "withdraw the entry first, or give the car another number"));
        }
        if (known == null && entries.byCar.size() >= MOST) {
            return Decision.refuse(RaceRefusal.tooMany("entries", MOST));
        }
        return Values.unless(
                unusable(schedule.session(), c),
                new EntryRegistered(
                        schedule.session(), c.atNanos(), c.car(), c.team(), c.drivers()));
    }

    private static Decision<RaceEvent> withdraw(
            SessionState state, Schedule schedule, WithdrawEntry c) {
        Entry known = state.entries().byCar.get(c.car());
        if (known != null && known.withdrawn()) {
            return Decision.nothingToDo();
        }
        return Values.unless(
                Values.first(state.entries().unknown(c.car()), Values.text("reason", c.reason())),
                new EntryWithdrawn(schedule.session(), c.atNanos(), c.car(), c.reason()));
    }

    private static Decision<RaceEvent> takeBack(
            SessionState state, Schedule schedule, TakeBackRegistration c) {
        Entry known = state.entries().byCar.get(c.car());
        return known != null && known.registration() == c.registration()
                ? withdraw(state, schedule, new WithdrawEntry(c.atNanos(), c.car(), c.reason()))
                : Decision.nothingToDo();
    }

    private static Decision<RaceEvent> changeDriver(
            SessionState state, Schedule schedule, ChangeDriver c) {
        Entry known = state.entries().byCar.get(c.car());
        if (known == null) {
            return Decision.refuse(state.entries().unknown(c.car()).orElseThrow());
        }
        if (known.withdrawn()) {
            return Decision.refuse(
                    new RaceRefusal(
                            Rule.ENTRY_WITHDRAWN,
                            "car '" + c.car() + "' is withdrawn",
                            "register it again"));
        }
        if (!known.drivers().contains(c.driver())) {
            return Decision.refuse(
                    new RaceRefusal(
                            Rule.DRIVER_UNKNOWN,
                            "'" + c.driver() + "' is not entered for car '" + c.car() + "'",
                            "its drivers are " + String.join(", ", known.drivers())));
        }
        return known.driving().equals(c.driver())
                ? Decision.nothingToDo()
                : Decision.accept(
                        new DriverChanged(schedule.session(), c.atNanos(), c.car(), c.driver()));
    }

    private static Optional<RaceRefusal> drivers(List<String> drivers) {
        if (drivers.isEmpty()
                || drivers.size() > MOST_DRIVERS
                || new HashSet<>(drivers).size() < drivers.size()) {
            return Optional.of(
                    RaceRefusal.unusable(
                            "drivers",
                            String.join(", ", drivers),
                            "1 to " + MOST_DRIVERS + " different drivers"));
        }
        return drivers.stream()
                .map(driver -> Values.name("driver", driver))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Entries with(String car, Entry entry) {
        Map<String, Entry> changed = new HashMap<>(byCar);
        changed.put(car, entry);
        return new Entries(changed);
    }
}
