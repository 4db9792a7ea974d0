package dev.vitalcore.platform.saga;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.AppendResult;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.ForwardingEventStore;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.StreamName;
import java.util.List;

/** The store as a process sees it that may crash, or lose the store, before and after an append. */
final class CrashingStore extends ForwardingEventStore {
    private final Chance chance;
    private final SagaRules rules;

    CrashingStore(EventStore store, Chance chance, SagaRules rules) {
        super(store);
        this.chance = chance;
        this.rules = rules;
    }

    /** The process is gone. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("simulated", null, false, false);
        }
    }

    @Override
    public AppendResult append(StreamName stream, Expected expected, List<NewEvent> events) {
        fail();
        AppendResult result = super.append(stream, expected, events);
        if (result instanceof AppendResult.Appended appended && !appended.repeated()) {
            rules.appended(events);
        }
        fail();
        return result;
    }

    private void fail() {
        if (chance.fault(15)) {
            throw new Crash();
        }
        if (chance.fault(15)) {
            throw Fault.unavailable("simulated", "the store does not answer", "try again");
        }
    }
}
