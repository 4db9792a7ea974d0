package dev.vitalcore.resilience;

import dev.vitalcore.platform.calls.CallState;
import java.util.concurrent.atomic.LongAdder;

/** What became of the calls of one kind since the start. */
final class CallCounts {
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder timedOut = new LongAdder();
    private final LongAdder refusedOpen = new LongAdder();
    private final LongAdder refusedBusy = new LongAdder();
    private final LongAdder repeated = new LongAdder();

    void succeeded() {
        succeeded.increment();
    }

    void failed() {
        failed.increment();
    }

    void timedOut() {
        timedOut.increment();
    }

    void refusedOpen() {
        refusedOpen.increment();
    }

    void refusedBusy() {
        refusedBusy.increment();
    }

    void repeated() {
        repeated.increment();
    }

    CallState.Counts now() {
        return new CallState.Counts(
                succeeded.sum(),
                failed.sum(),
                timedOut.sum(),
                refusedOpen.sum(),
                refusedBusy.sum(),
                repeated.sum());
    }
}
