package dev.vitalcore.telemetry.application;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.platform.saga.StepCode;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Telemetry's step of bringing a car into a session: it is done when the car's first block is
 * there. It changes nothing, so there is nothing to undo.
 */
public final class AwaitedCar implements StepCode {
    private final Predicate<EntryId> hasSent;

    /**
     * @param hasSent whether a block of the car has come
     */
    public AwaitedCar(Predicate<EntryId> hasSent) {
        this.hasSent = hasSent;
    }

    /**
     * @throws Fault (unavailable, {@code car-silent}) while nothing has come
     */
    @Override
    public Map<String, String> act(StepCall call) {
        EntryId entry = new EntryId(new SessionId(call.datum("session")), call.datum("car"));
        if (!hasSent.test(entry)) {
            throw Fault.unavailable(
                    "car-silent",
                    "nothing of car " + entry.car() + " has come",
                    "switch its logger on; sources are named after session and car");
        }
        return Map.of();
    }

    @Override
    public void undo(StepCall call) {
        // Nothing was changed.
    }
}
