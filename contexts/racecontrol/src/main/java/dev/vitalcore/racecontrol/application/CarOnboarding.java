package dev.vitalcore.racecontrol.application;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.saga.AttemptLimits;
import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.PlannedStep.OnFailure;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.Handled;
import dev.vitalcore.platform.notice.Notice;
import dev.vitalcore.platform.notice.Notice.Level;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.SagaPlan;
import dev.vitalcore.platform.saga.SagaRequest;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.platform.saga.StepCode;
import dev.vitalcore.racecontrol.domain.Entries;
import dev.vitalcore.racecontrol.domain.RaceCommand.RegisterEntry;
import dev.vitalcore.racecontrol.domain.RaceCommand.TakeBackRegistration;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Brings a car with its drivers into a session: enters it, waits until its telemetry comes, and
 * tells people. Where the telemetry is asked for and does not come, the entry is withdrawn again
 * and the operator is told.
 */
public final class CarOnboarding {
    public static final String PLAN = "car-onboarding";

    /** Telemetry's step: it waits for the first block of the car. */
    public static final String AWAIT = "await-telemetry";

    /** Beyond it nobody waits for a car's telemetry. */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final String REGISTER = "register-entry";
    private static final String ANNOUNCE = "announce-entry";

    /** With it the longest wait has a look each 10 s. */
    private static final long MOST_PAUSES = 90;

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LOOK_TIMEOUT = Duration.ofSeconds(20);

    /** Between drivers' names, in which it cannot stand: {@link Entries#unusable} refuses it. */
    private static final String SEPARATOR = "\n";

    private static final AttemptLimits QUICK =
            AttemptLimits.of(
                    5, Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(20));

    private final Sessions sessions;
    private final SessionSteps steps;
    private final NoticeBoard notices;

    /**
     * @param notices where people are told
     */
    public CarOnboarding(Sessions sessions, NoticeBoard notices) {
        this.sessions = sessions;
        this.steps = new SessionSteps(sessions);
        this.notices = notices;
    }

    /**
     * Who is to take part.
     *
     * @param atNanos when the entry is in force, nanoseconds since the epoch
     * @param drivers the first drives
     * @param patience how long its telemetry may take to come, at most {@link #LONGEST_WAIT}
     * @param mustSend whether the entry is withdrawn where no telemetry comes
     */
    public record Wish(
            SessionId session,
            long atNanos,
            String car,
            String team,
            List<String> drivers,
            Duration patience,
            boolean mustSend) {
        public Wish {
            drivers = List.copyOf(drivers);
        }
    }

    /**
     * Starts it; idempotent by the request's key.
     *
     * @throws Fault (user, {@code unusable-value}) when no session would take such an entry;
     *     otherwise as {@link Sagas#start}
     */
    public SagaView start(Sagas sagas, Wish wish, SagaRequest request) {
        requireUsable(wish);
        return sagas.start(
                SessionSteps.saga(PLAN, wish.session(), wish.car() + "\n" + request.key()),
                plan(wish),
                Map.of(
                        "session", wish.session().value(),
                        "car", wish.car(),
                        "team", wish.team(),
                        "drivers", String.join(SEPARATOR, wish.drivers()),
                        "at-nanos", Long.toString(wish.atNanos()),
                        "who", request.who(),
                        "why", request.why()),
                request);
    }

    private static void requireUsable(Wish wish) {
        RegisterEntry entry =
                new RegisterEntry(wish.atNanos(), wish.car(), wish.team(), wish.drivers());
        Entries.unusable(wish.session(), entry)
                .ifPresent(unusable -> {
                    throw Fault.user(unusable.code(), unusable.message(), unusable.remedy());
                });
    }

    static SagaPlan plan(Wish wish) {
        return new SagaPlan(
                PLAN,
                1,
                List.of(
                        new PlannedStep(REGISTER, REGISTER, "", QUICK, QUICK, OnFailure.TURN_BACK),
                        new PlannedStep(
                                AWAIT,
                                AWAIT,
                                "",
                                looks(wish.patience()),
                                AttemptLimits.NEVER,
                                wish.mustSend() ? OnFailure.TURN_BACK : OnFailure.GO_ON),
                        new PlannedStep(ANNOUNCE, ANNOUNCE, "", QUICK, QUICK, OnFailure.GO_ON)));
    }

    /**
     * At the beginning, and then at even distances, the last one when the wait is over. So the
     * pauses, which stand in the saga's events, come to the wait.
     */
    private static AttemptLimits looks(Duration patience) {
        long nanos = patience.toNanos();
        long pauses = Math.min(MOST_PAUSES, Math.ceilDiv(nanos, SHORTEST_PAUSE.toNanos()));
        Duration pause = Duration.ofNanos(pauses == 0 ? 0 : Math.ceilDiv(nanos, pauses));
        return AttemptLimits.of((int) pauses + 1, pause, pause, LOOK_TIMEOUT);
    }

    /**
     * By kind of step.
     *
     * @param telemetry carries out {@link #AWAIT}
     */
    public Map<String, StepCode> codes(StepCode telemetry) {
        return Map.of(REGISTER, new Register(), AWAIT, telemetry, ANNOUNCE, new Announce());
    }

    private final class Register implements StepCode {
        @Override
        public Map<String, String> act(StepCall call) {
            return SessionSteps.found(register(call, SessionSteps.atNanos(call)));
        }

        /**
         * Makes sure that the entry was made under the step's key, and takes that registration
         * back: so an action that comes late finds its key used. An entry that somebody else made,
         * before or since, stays: the session decides that, so that nothing slips in between.
         */
        @Override
        public void undo(StepCall call) {
            // Not before the entry was in force. An attempt after a failed one comes with a later
            // time; what was kept first counts, by its key.
            long nowNanos = Math.max(call.atNanos(), SessionSteps.atNanos(call));
            register(call, nowNanos);
            sessions.firstEventOf(SessionSteps.session(call), call.key())
                    .ifPresent(registration -> takeBack(call, registration, nowNanos));
        }

        private void takeBack(StepCall call, long registration, long nowNanos) {
            steps.handle(
                    call,
                    call.saga() + "/undone",
                    new TakeBackRegistration(
                            nowNanos,
                            call.datum("car"),
                            registration,
                            "it could not be brought in"));
        }

        private Handled<RaceEvent> register(StepCall call, long inForceNanos) {
            return steps.handle(
                    call,
                    call.key(),
                    new RegisterEntry(
                            inForceNanos,
                            call.datum("car"),
                            call.datum("team"),
                            List.of(call.datum("drivers").split(SEPARATOR))));
        }
    }

    private final class Announce implements StepCode {
        @Override
        public Map<String, String> act(StepCall call) {
            notices.post(notice(call));
            return Map.of();
        }

        @Override
        public void undo(StepCall call) {
            notices.withdraw(notice(call));
        }

        private static Notice notice(StepCall call) {
            return new Notice(
                    call.key(),
                    Level.INFO,
                    "session/" + call.datum("session"),
                    "Car %s of %s takes part, with %s"
                            .formatted(
                                    call.datum("car"),
                                    call.datum("team"),
                                    call.datum("drivers").replace(SEPARATOR, ", ")),
                    SessionSteps.atNanos(call));
        }
    }
}
