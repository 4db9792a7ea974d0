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
import dev.vitalcore.platform.saga.SagaId;
import dev.vitalcore.platform.saga.SagaPlan;
import dev.vitalcore.platform.saga.SagaRequest;
import dev.vitalcore.platform.saga.SagaView;
import dev.vitalcore.platform.saga.Sagas;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.platform.saga.StepCode;
import dev.vitalcore.racecontrol.application.StorageReservations.Reservation;
import dev.vitalcore.racecontrol.domain.Phase;
import dev.vitalcore.racecontrol.domain.RaceCommand;
import dev.vitalcore.racecontrol.domain.RaceCommand.OpenSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Opens a session: keeps room for it on the disk, then opens it. Where race control's rules do not
 * let it be opened, the room is given back and the operator is told.
 */
public final class SessionOpening {
    public static final String PLAN = "session-opening";

    private static final String RESERVE = "reserve-storage";
    private static final String OPEN = "open-session";
    private static final int SESSION_SHOWN = 60;

    private static final AttemptLimits QUICK =
            AttemptLimits.of(
                    5, Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(20));

    private final Sessions sessions;
    private final StorageReservations storage;
    private final LongSupplier freeBytes;

    /**
     * @param freeBytes of the disk that takes the samples, beyond what must stay free
     */
    public SessionOpening(Sessions sessions, StorageReservations storage, LongSupplier freeBytes) {
        this.sessions = sessions;
        this.storage = storage;
        this.freeBytes = freeBytes;
    }

    /**
     * What is to be opened.
     *
     * @param atNanos when it shall be open, nanoseconds since the epoch
     * @param expectedBytes that its samples are expected to need
     */
    public record Wish(SessionId session, long atNanos, long expectedBytes) {}

    /** Starts it; idempotent by the request's key. */
    public static SagaView start(Sagas sagas, Wish wish, SagaRequest request) {
        return sagas.start(
                saga(wish.session(), request.key()),
                plan(),
                Map.of(
                        "session", wish.session().value(),
                        "at-nanos", Long.toString(wish.atNanos()),
                        "expected-bytes", Long.toString(wish.expectedBytes()),
                        "who", request.who(),
                        "why", request.why()),
                request);
    }

    /** A session that could not be opened may be opened anew, under another key. */
    static SagaId saga(SessionId session, String key) {
        String text = session.value();
        String shown = text.substring(0, Math.min(SESSION_SHOWN, text.length()));
        UUID digest = UUID.nameUUIDFromBytes((text + "\n" + key).getBytes(StandardCharsets.UTF_8));
        return new SagaId(PLAN, shown + "-" + digest.toString().substring(0, 8));
    }

    static SagaPlan plan() {
        return new SagaPlan(PLAN, 1, List.of(step(RESERVE), step(OPEN)));
    }

    /** By kind of step. */
    public Map<String, StepCode> codes() {
        return Map.of(RESERVE, new ReserveStorage(), OPEN, new Open());
    }

    private static PlannedStep step(String name) {
        return new PlannedStep(name, name, "", QUICK, QUICK, OnFailure.TURN_BACK);
    }

    private static SessionId session(StepCall call) {
        return new SessionId(call.datum("session"));
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
                    call.key(), session(call), Long.parseLong(call.datum("expected-bytes")));
        }
    }

    /**
     * The last step, so it is undone only where its end is not known. A session that is open cannot
     * be made not to have been: race control has to cancel it.
     */
    private final class Open implements StepCode {
        @Override
        public Map<String, String> act(StepCall call) {
            Sender sender =
                    new Sender(call.datum("who"), call.datum("why"), call.saga().toString());
            Command<RaceCommand> command =
                    new Command<>(
                            call.key(),
                            "",
                            new OpenSession(Long.parseLong(call.datum("at-nanos"))),
                            sender);
            return switch (sessions.handle(session(call), command)) {
                case Handled.Done<RaceEvent> done ->
                        Map.of("position", Long.toString(done.position()));
                case Handled.Refused<RaceEvent>(Refusal refusal) ->
                        throw Fault.conflict(refusal.code(), refusal.message(), refusal.remedy());
            };
        }

        @Override
        public void undo(StepCall call) {
            SessionId session = session(call);
            if (sessions.hasCarriedOut(session, call.key()) && needsRoom(session)) {
                throw Fault.conflict(
                        "session-is-open",
                        "session " + session + " was opened after all",
                        "cancel the session, then resume the saga");
            }
        }
    }
}
