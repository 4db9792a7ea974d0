package dev.vitalcore.racecontrol.domain;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.racecontrol.RaceEvent.ChequeredFlagShown;
import dev.vitalcore.contracts.racecontrol.RaceEvent.RedFlagShown;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SafetyCarDeployed;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionCancelled;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionOpened;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionScheduled;
import dev.vitalcore.contracts.racecontrol.RaceEvent.SessionWentGreen;
import dev.vitalcore.contracts.racecontrol.RaceEvent.YellowFlagShown;
import dev.vitalcore.kernel.Decision;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.racecontrol.domain.Phase.MayCancel;
import dev.vitalcore.racecontrol.domain.Phase.MayDeploySafetyCar;
import dev.vitalcore.racecontrol.domain.Phase.MayGoGreen;
import dev.vitalcore.racecontrol.domain.Phase.MayShowRed;
import dev.vitalcore.racecontrol.domain.Phase.Running;
import dev.vitalcore.racecontrol.domain.Phase.Signalled;
import dev.vitalcore.racecontrol.domain.RaceCommand.CancelSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.DeploySafetyCar;
import dev.vitalcore.racecontrol.domain.RaceCommand.GoGreen;
import dev.vitalcore.racecontrol.domain.RaceCommand.OpenSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.ScheduleSession;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowChequeredFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowRedFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.ShowYellowFlag;
import dev.vitalcore.racecontrol.domain.RaceCommand.SignalCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** From one phase to the next, as far as race control's flags and signals move the session. */
final class Lifecycle {
    private static final int MOST_SECTORS = 24;
    private static final long LONGEST_PROTEST_NANOS = 7L * 24 * 3_600 * 1_000_000_000L;

    private Lifecycle() {}

    static Decision<RaceEvent> schedule(SessionState state, ScheduleSession c) {
        if (!(state.phase() instanceof Phase.Unscheduled)) {
            return Decision.refuse(
                    RaceRefusal.illegalStep(
                            state.phase(),
                            "be scheduled again",
                            "give the new session a name of its own"));
        }
        return Values.unless(
                Values.first(
                        Values.name("name", c.name()),
                        Values.name("circuit", c.circuit()),
                        Values.between("marshalSectors", c.marshalSectors(), MOST_SECTORS),
                        Values.between("protestNanos", c.protestNanos(), LONGEST_PROTEST_NANOS)),
                new SessionScheduled(
                        c.session(),
                        c.atNanos(),
                        c.kind(),
                        c.name(),
                        c.circuit(),
                        c.startNanos(),
                        c.marshalSectors(),
                        c.protestNanos()));
    }

    /**
     * A signal that leads where the session is already changes nothing: who presses the button
     * second is not told off.
     */
    static Decision<RaceEvent> signal(SessionState state, SessionId session, SignalCommand signal) {
        Signal wanted = Signal.of(signal);
        if (state.phase().word().equals(wanted.word)) {
            return Decision.nothingToDo();
        }
        if (signal.atNanos() < state.sinceNanos()) {
            return Decision.refuse(RaceRefusal.backInTime(signal.atNanos(), state.sinceNanos()));
        }
        return wanted.from(state.phase())
                .map(next -> Values.unless(reason(signal), event(next, session, signal)))
                .orElseGet(() ->
                        Decision.refuse(
                                RaceRefusal.illegalStep(
                                        state.phase(),
                                        "become " + wanted.word,
                                        "from here it can become: "
                                                + Signal.allowed(state.phase()))));
    }

    private static RaceEvent event(Signalled next, SessionId session, SignalCommand signal) {
        long at = signal.atNanos();
        return switch (next) {
            case Phase.Open p -> new SessionOpened(session, at);
            case Phase.Green p -> new SessionWentGreen(session, at);
            case Phase.Yellow p -> new YellowFlagShown(session, at, why(signal));
            case Phase.SafetyCar p -> new SafetyCarDeployed(session, at, why(signal));
            case Phase.Red p -> new RedFlagShown(session, at, why(signal));
            case Phase.Chequered p -> new ChequeredFlagShown(session, at);
            case Phase.Cancelled p -> new SessionCancelled(session, at, why(signal));
        };
    }

    private static String why(SignalCommand signal) {
        return switch (signal) {
            case ShowYellowFlag c -> c.reason();
            case DeploySafetyCar c -> c.reason();
            case ShowRedFlag c -> c.reason();
            case CancelSession c -> c.reason();
            case OpenSession c -> "";
            case GoGreen c -> "";
            case ShowChequeredFlag c -> "";
        };
    }

    /** What stops a session must say why. */
    private static Optional<RaceRefusal> reason(SignalCommand signal) {
        return switch (signal) {
            case ShowYellowFlag c -> Values.text("reason", c.reason());
            case DeploySafetyCar c -> Values.text("reason", c.reason());
            case ShowRedFlag c -> Values.text("reason", c.reason());
            case CancelSession c -> Values.text("reason", c.reason());
            case OpenSession c -> Optional.empty();
            case GoGreen c -> Optional.empty();
            case ShowChequeredFlag c -> Optional.empty();
        };
    }

    /** The signals, and from which phases they lead where. */
    private enum Signal {
        OPEN("open"),
        GREEN("green"),
        YELLOW("yellow"),
        SAFETY_CAR("safety-car"),
        RED("red"),
        CHEQUERED("chequered"),
        CANCELLED("cancelled");

        private final String word;

        Signal(String word) {
            this.word = word;
        }

        private static Signal of(SignalCommand command) {
            return switch (command) {
                case OpenSession c -> OPEN;
                case GoGreen c -> GREEN;
                case ShowYellowFlag c -> YELLOW;
                case DeploySafetyCar c -> SAFETY_CAR;
                case ShowRedFlag c -> RED;
                case ShowChequeredFlag c -> CHEQUERED;
                case CancelSession c -> CANCELLED;
            };
        }

        private Optional<Signalled> from(Phase phase) {
            return switch (this) {
                case OPEN -> as(Phase.Scheduled.class, phase).map(Phase.Scheduled::open);
                case GREEN -> as(MayGoGreen.class, phase).map(MayGoGreen::goGreen);
                case YELLOW -> as(Phase.Green.class, phase).map(Phase.Green::showYellow);
                case SAFETY_CAR ->
                        as(MayDeploySafetyCar.class, phase)
                                .map(MayDeploySafetyCar::deploySafetyCar);
                case RED -> as(MayShowRed.class, phase).map(MayShowRed::showRed);
                case CHEQUERED -> as(Running.class, phase).map(Running::showChequered);
                case CANCELLED -> as(MayCancel.class, phase).map(MayCancel::cancel);
            };
        }

        private static String allowed(Phase phase) {
            String words =
                    List.of(values()).stream()
                            .filter(signal -> signal.from(phase).isPresent())
                            .map(signal -> signal.word)
                            .collect(Collectors.joining(", "));
            return words.isEmpty() ? "nothing else by a signal" : words;
        }

        private static <P extends Phase> Optional<P> as(Class<P> wanted, Phase phase) {
            return wanted.isInstance(phase) ? Optional.of(wanted.cast(phase)) : Optional.empty();
        }
    }
}
