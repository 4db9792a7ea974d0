package dev.vitalcore.resilience;

import dev.vitalcore.platform.calls.CallPolicy;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.calls.GuardedCallsContract;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

class ResilientCallsTest extends GuardedCallsContract {
    @Override
    protected GuardedCalls calls(
            List<CallPolicy> policies, InstantSource clock, List<Duration> pauses) {
        return new ResilientCalls(policies, clock, pauses::add);
    }
}
