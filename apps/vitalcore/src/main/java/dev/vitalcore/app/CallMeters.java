package dev.vitalcore.app;

import dev.vitalcore.platform.calls.CallPolicy;
import dev.vitalcore.platform.calls.CallState;
import dev.vitalcore.platform.calls.CallState.Counts;
import dev.vitalcore.platform.calls.GuardedCalls;
import dev.vitalcore.platform.metrics.Meter;
import dev.vitalcore.platform.metrics.Meters;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The meters of guarded calls. */
record CallMeters(Meters meters, GuardedCalls calls) {
    private static final Meter CIRCUIT =
            Meter.of(
                    "vitalcore_call_circuit_state",
                    "1 for the state that the circuit of a guarded call is in, 0 for the others.");
    private static final Meter UNDER_WAY =
            Meter.of("vitalcore_call_under_way", "Attempts of a guarded call that have not ended.");
    private static final Meter ATTEMPTS =
            Meter.of("vitalcore_call_attempts_total", "Attempts of a guarded call by result.");
    private static final Meter REFUSED =
            Meter.of(
                    "vitalcore_call_refused_total", "Guarded calls that were not made, by reason.");
    private static final Meter REPEATED =
            Meter.of(
                    "vitalcore_call_repeated_total", "Attempts of a guarded call after the first.");

    void register() {
        calls.states().forEach(state -> register(state.policy()));
    }

    private void register(CallPolicy policy) {
        for (CallState.Circuit circuit : CallState.Circuit.values()) {
            meters.gauge(
                    of(CIRCUIT, policy).with("state", circuit.name().toLowerCase(Locale.ROOT)),
                    () -> now(policy).circuit() == circuit ? 1 : 0);
        }
        meters.gauge(of(UNDER_WAY, policy), () -> now(policy).underWay());
        total(of(ATTEMPTS, policy).with("result", "succeeded"), policy, Counts::succeeded);
        total(of(ATTEMPTS, policy).with("result", "failed"), policy, Counts::failed);
        total(of(ATTEMPTS, policy).with("result", "timed_out"), policy, Counts::timedOut);
        total(of(REFUSED, policy).with("reason", "open"), policy, Counts::refusedOpen);
        total(of(REFUSED, policy).with("reason", "busy"), policy, Counts::refusedBusy);
        total(of(REPEATED, policy), policy, Counts::repeated);
    }

    private void total(Meter meter, CallPolicy policy, ToLongFunction<Counts> count) {
        meters.total(meter, () -> count.applyAsLong(now(policy).counts()));
    }

    private static Meter of(Meter meter, CallPolicy policy) {
        return meter.with("call", policy.name());
    }

    private CallState now(CallPolicy policy) {
        return calls.states().stream()
                .filter(state -> state.policy().equals(policy))
                .findFirst()
                .orElseThrow();
    }
}
