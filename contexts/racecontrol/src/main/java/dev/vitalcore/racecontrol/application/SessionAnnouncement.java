package dev.vitalcore.racecontrol.application;

import dev.vitalcore.platform.notice.Notice;
import dev.vitalcore.platform.notice.Notice.Level;
import dev.vitalcore.platform.notice.NoticeBoard;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.platform.saga.StepCode;
import java.util.Map;

/** Tells people that a session is open, once; takes that back. */
final class SessionAnnouncement implements StepCode {
    private final NoticeBoard notices;

    SessionAnnouncement(NoticeBoard notices) {
        this.notices = notices;
    }

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
        String circuit = call.datum("circuit");
        return new Notice(
                call.key(),
                Level.INFO,
                "session/" + call.datum("session"),
                call.datum("title") + (circuit.isEmpty() ? "" : ", " + circuit) + " is open",
                SessionSteps.atNanos(call));
    }
}
