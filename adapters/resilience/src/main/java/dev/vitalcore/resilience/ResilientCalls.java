package dev.vitalcore.resilience;

import dev.vitalcore.platform.calls.CallPolicy;
import dev.vitalcore.platform.calls.CallState;
import dev.vitalcore.platform.calls.GuardedCalls;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Guards calls, each kind by itself. From outside in:
 *
 * <pre>
 *   attempts ──▶ circuit breaker ──▶ places ──▶ time limit ──▶ work, on a thread of its own
 * </pre>
 *
 * <ul>
 *   <li>Each attempt goes through the breaker, so that it sees how often the callee really fails,
 *       and there is no further attempt once it has opened.
 *   <li>The breaker is asked before a place is waited for: an open circuit refuses at once. That no
 *       place is free is our own load and no failure of the callee.
 *   <li>The time limit begins with the place, so that waiting for others counts for nobody.
 * </ul>
 *
 * The fallback is outermost and the caller's: it needs nothing of this.
 */
public final class ResilientCalls implements GuardedCalls {
    private final Map<String, CallGuard> guards = new LinkedHashMap<>();

    /**
     * @param policies all there are; a call under another one is a bug
     * @param clock one that does not jump: of the windows and of when a call is tried again
     */
    public ResilientCalls(List<CallPolicy> policies, InstantSource clock, Pauses pauses) {
        for (CallPolicy policy : policies) {
            CallGuard twice = guards.put(policy.name(), new CallGuard(policy, clock, pauses));
            if (twice != null) {
                throw new IllegalArgumentException("two calls are named " + policy.name());
            }
        }
    }

    /** On the machine's time. */
    public static ResilientCalls of(List<CallPolicy> policies) {
        return new ResilientCalls(policies, new SteadyClock(), Thread::sleep);
    }

    @Override
    public <T extends @Nullable Object> T call(CallPolicy policy, Work<T> work) {
        CallGuard guard = guards.get(policy.name());
        if (guard == null || !guard.policy().equals(policy)) {
            throw new IllegalArgumentException(
                    "the call "
                            + policy.name()
                            + " is not one of the declared: "
                            + guards.keySet());
        }
        return guard.call(work);
    }

    @Override
    public List<CallState> states() {
        return guards.values().stream().map(CallGuard::state).toList();
    }
}
