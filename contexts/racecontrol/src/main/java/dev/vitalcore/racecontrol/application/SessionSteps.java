package dev.vitalcore.racecontrol.application;

import dev.vitalcore.contracts.racecontrol.RaceEvent;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Refusal;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.Command;
import dev.vitalcore.platform.events.Command.Sender;
import dev.vitalcore.platform.events.Handled;
import dev.vitalcore.platform.saga.SagaId;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.racecontrol.domain.RaceCommand;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** What sagas about one session have in common: their names, their data, their commands to it. */
final class SessionSteps {
    private static final int SESSION_SHOWN = 60;

    private final Sessions sessions;

    SessionSteps(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * The saga's name, the same for the same wish.
     *
     * @param wish tells it from others of the plan about the session: what was failed or undone may
     *     be begun anew, under another key
     */
    static SagaId saga(String plan, SessionId session, String wish) {
        String text = session.value();
        String shown = text.substring(0, Math.min(SESSION_SHOWN, text.length()));
        UUID digest = UUID.nameUUIDFromBytes((text + "\n" + wish).getBytes(StandardCharsets.UTF_8));
        return new SagaId(plan, shown + "-" + digest.toString().substring(0, 8));
    }

    static SessionId session(StepCall call) {
        return new SessionId(call.datum("session"));
    }

    /** When what the saga is for shall be in force, nanoseconds since the epoch. */
    static long atNanos(StepCall call) {
        return Long.parseLong(call.datum("at-nanos"));
    }

    /**
     * Has the session decide, in the name of who asked for the saga.
     *
     * @param key of the command
     */
    Handled<RaceEvent> handle(StepCall call, String key, RaceCommand command) {
        Sender sender = new Sender(call.datum("who"), call.datum("why"), call.saga().toString());
        return sessions.handle(session(call), new Command<>(key, "", command, sender));
    }

    /**
     * What a step found whose command came to this.
     *
     * @throws Fault (conflict) when it was refused
     */
    static Map<String, String> found(Handled<RaceEvent> handled) {
        return switch (handled) {
            case Handled.Done<RaceEvent> done -> Map.of("position", Long.toString(done.position()));
            case Handled.Refused<RaceEvent>(Refusal refusal) ->
                    throw Fault.conflict(refusal.code(), refusal.message(), refusal.remedy());
        };
    }
}
