package dev.vitalcore.gateway;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.saga.StepCall;
import dev.vitalcore.platform.saga.StepCode;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A step that is never done, and cannot be undone at the first try where its argument says so. */
final class GateStep implements StepCode {
    private volatile boolean tried;

    @Override
    public Map<String, String> act(StepCall call) throws InterruptedException {
        if (call.argument().equals("refused")) {
            throw Fault.user("refused", "it is refused", "Do without");
        }
        new CountDownLatch(1).await();
        return Map.of();
    }

    @Override
    public void undo(StepCall call) {
        if (call.argument().equals("refused") && !tried) {
            tried = true;
            throw Fault.conflict("undo-fails", "it cannot be undone", "Mend it");
        }
    }
}
