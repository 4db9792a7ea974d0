package dev.vitalcore.racecontrol.application;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.contracts.saga.AttemptLimits;
import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.PlannedStep.OnFailure;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Refusal;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.Command;
import dev.vitalcore.platform.events.Command.Sender;
import dev.vitalcore.platform.events.Handled;
import dev.vitalcore.platform.notice.Notice;
import dev.vitalcore.platform.notice.Notice.Level;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.SagaId;
import dev.vitalcore.platform.saga.SagaPlan;
import dev.vitalcore.platform.saga.SagaRequest;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.platform.saga.StepCode;
import dev.vitalcore.racecontrol.domain.Entries;
import dev.vitalcore.racecontrol.domain.RaceCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.RegisterEntry;
import dev.vitalcore.racecontrol.domain.RaceCommand.TakeBackRegistration;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
    private static final int SESSION_SHOWN = 60;

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
    private final NoticeBoard notices;

    /**
     * @param notices where people are told
     */
    public CarOnboarding(Sessions sessions, NoticeBoard notices) {
        this.sessions = sessions;
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
                saga(wish, request.key()),
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

    private static SagaId saga(Wish wish, String key) {
        String session = wish.session().value();
        UUID digest =
                UUID.nameUUIDFromBytes(
                        String.join("\n", session, wish.car(), key)
                                .getBytes(StandardCharsets.UTF_8));
        return new SagaId(
                PLAN,
                session.substring(0, Math.min(SESSION_SHOWN, session.length()))
                        + "-"
                        + digest.toString().substring(0, 8));
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

    private static SessionId session(StepCall call) {
        return new SessionId(call.datum("session"));
    }

    private final class Register implements StepCode {
        @Override
        public Map<String, String> act(StepCall call) {
            return switch (register(call, atNanos(call))) {
                case Handled.Done<RaceEvent> done ->
                        Map.of("position", Long.toString(done.position()));
                case Handled.Refused<RaceEvent>(Refusal refusal) ->
                        throw Fault.conflict(refusal.code(), refusal.message(), refusal.remedy());
            };
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
            long nowNanos = Math.max(call.atNanos(), atNanos(call));
            register(call, nowNanos);
            sessions.firstEventOf(session(call), call.key())
                    .ifPresent(registration -> takeBack(call, registration, nowNanos));
        }

        private void takeBack(StepCall call, long registration, long nowNanos) {
            handle(
                    call,
                    call.key() + "/undone",
                    new TakeBackRegistration(
                            nowNanos,
                            call.datum("car"),
                            registration,
                            "it could not be brought in"));
        }

        private Handled<RaceEvent> register(StepCall call, long inForceNanos) {
            return handle(
                    call,
                    call.key(),
                    new RegisterEntry(
                            inForceNanos,
                            call.datum("car"),
                            call.datum("team"),
                            List.of(call.datum("drivers").split(SEPARATOR))));
        }

        private Handled<RaceEvent> handle(StepCall call, String key, RaceCommand command) {
            Sender sender =
                    new Sender(call.datum("who"), call.datum("why"), call.saga().toString());
            return sessions.handle(session(call), new Command<>(key, "", command, sender));
        }

        private static long atNanos(StepCall call) {
            return Long.parseLong(call.datum("at-nanos"));
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
                    Long.parseLong(call.datum("at-nanos")));
        }
    }
}
