package dev.vitalcore.racecontrol.application;

import dev.vitalcore.contracts.saga.AttemptLimits;
import dev.vitalcore.contracts.saga.PlannedStep;
import dev.vitalcore.contracts.saga.PlannedStep.OnFailure;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.SagaPlan;
import dev.vitalcore.platform.saga.SagaRequest;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.platform.saga.StepCode;
import dev.vitalcore.racecontrol.application.StorageReservations.Reservation;
import dev.vitalcore.racecontrol.domain.Phase;
import dev.vitalcore.racecontrol.domain.RaceCommand.OpenSession;
import dev.vitalcore.racecontrol.domain.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Opens a session with all that takes part in it: keeps room on the disk, has telemetry expect it
 * and timing take part, opens it, and tells people. Where one of them cannot, or race control's
 * rules do not let it be opened, all is undone in reverse order and the operator is told.
 */
public final class SessionOpening {
    public static final String PLAN = "session-opening";

    private static final String RESERVE = "reserve-storage";

    /** Telemetry's step: it lists the session before the first block of it comes. */
    public static final String EXPECT = "expect-session";

    /** Timing's step. */
    public static final String PREPARE = "prepare-timing";

    private static final String OPEN = "open-session";
    private static final String ANNOUNCE = "announce-session";

    private static final AttemptLimits QUICK =
            AttemptLimits.of(
                    5, Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(20));

    private final Sessions sessions;
    private final SessionSteps steps;
    private final StorageReservations storage;
    private final LongSupplier freeBytes;
    private final SessionAnnouncement announcement;

    /**
     * @param freeBytes of the disk that takes the samples, beyond what must stay free
     * @param notices where people are told
     */
    public SessionOpening(
            Sessions sessions,
            StorageReservations storage,
            LongSupplier freeBytes,
            NoticeBoard notices) {
        this.sessions = sessions;
        this.steps = new SessionSteps(sessions);
        this.storage = storage;
        this.freeBytes = freeBytes;
        this.announcement = new SessionAnnouncement(notices);
    }

    /**
     * What is to be opened.
     *
     * @param atNanos when it shall be open, nanoseconds since the epoch
     * @param expectedBytes that its samples are expected to need
     */
    public record Wish(SessionId session, long atNanos, long expectedBytes) {}

    /** Starts it; idempotent by the request's key. */
    public SagaView start(Sagas sagas, Wish wish, SagaRequest request) {
        Optional<Schedule> schedule = sessions.state(wish.session()).schedule();
        return sagas.start(
                SessionSteps.saga(PLAN, wish.session(), request.key()),
                plan(),
                Map.of(
                        "session", wish.session().value(),
                        "title", schedule.map(Schedule::name).orElse(wish.session().value()),
                        "circuit", schedule.map(Schedule::circuit).orElse(""),
                        "at-nanos", Long.toString(wish.atNanos()),
                        "expected-bytes", Long.toString(wish.expectedBytes()),
                        "who", request.who(),
                        "why", request.why()),
                request);
    }

    private static SagaPlan plan() {
        return new SagaPlan(
                PLAN,
                2,
                List.of(
                        step(RESERVE, OnFailure.TURN_BACK),
                        step(EXPECT, OnFailure.TURN_BACK),
                        step(PREPARE, OnFailure.TURN_BACK),
                        step(OPEN, OnFailure.TURN_BACK),
                        step(ANNOUNCE, OnFailure.GO_ON)));
    }

    /**
     * By kind of step.
     *
     * @param telemetry carries out {@link #EXPECT}
     * @param timing carries out {@link #PREPARE}
     */
    public Map<String, StepCode> codes(StepCode telemetry, StepCode timing) {
        return Map.of(
                RESERVE, new ReserveStorage(),
                EXPECT, telemetry,
                PREPARE, timing,
                OPEN, new Open(),
                ANNOUNCE, announcement);
    }

    private static PlannedStep step(String name, OnFailure onFailure) {
        return new PlannedStep(name, name, "", QUICK, QUICK, onFailure);
    }

    private boolean needsRoom(SessionId session) {
        return switch (sessions.state(session).phase()) {
            case Phase.Chequered over -> false;
            case Phase.Provisional over -> false;
            case Phase.Official over -> false;
            case Phase.Cancelled over -> false;
            case Phase underWay -> true;
        };
    }

    private final class ReserveStorage implements StepCode {
        @Override
        public Map<String, String> act(StepCall call) {
            storage.reserve(
                    reservation(call), freeBytes.getAsLong(), SessionOpening.this::needsRoom);
            return Map.of();
        }

        @Override
        public void undo(StepCall call) {
            storage.release(reservation(call));
        }

        private static Reservation reservation(StepCall call) {
            return new Reservation(
                    call.key(),
                    SessionSteps.session(call),
                    Long.parseLong(call.datum("expected-bytes")));
        }
    }

    /**
     * Undone only where its end is not known, or somebody cancels the saga behind it. A session
     * that is open cannot be made not to have been: race control has to cancel it.
     */
    private final class Open implements StepCode {
        @Override
        public Map<String, String> act(StepCall call) {
            OpenSession open = new OpenSession(SessionSteps.atNanos(call));
            return SessionSteps.found(steps.handle(call, call.key(), open));
        }

        @Override
        public void undo(StepCall call) {
            SessionId session = SessionSteps.session(call);
            if (sessions.firstEventOf(session, call.key()).isPresent() && needsRoom(session)) {
                throw Fault.conflict(
                        "session-is-open",
                        "session " + session + " was opened after all",
                        "cancel the session, then resume the saga");
            }
        }
    }
}
