package dev.vitalcore.app;

import dev.vitalcore.platform.calls.CallPolicy;
import dev.vitalcore.telemetry.application.Forecasts;
import dev.vitalcore.timing.application.Circuits;
import java.time.Duration;
import java.util.List;

/** The policies of all guarded calls of this program; docs/calls.md lists them. */
final class CallPolicies {
    /**
     * The gateway lets six requests read samples at a time and makes others wait (ReadLimits), so
     * these places make nobody wait: they only bound reads that ran out of time and have not ended.
     */
    static final CallPolicy SERIES_READ =
            new CallPolicy(
                    "series-read",
                    new CallPolicy.Purpose(
                            "store of samples",
                            "no traces, no comparison, no export of what is stored; live values, laps"
                                    + " and race order go on"),
                    Duration.ofSeconds(10),
                    new CallPolicy.Places(12, Duration.ZERO),
                    CallPolicy.Attempts.one(),
                    new CallPolicy.Breaker(
                            50, 20, 50, Duration.ofSeconds(5), 80, Duration.ofSeconds(5), 2),
                    CallPolicy.Fallback.NONE);

    /**
     * The engine has four connections for reading, for which its callers wait; the places bound how
     * many do.
     */
    static final CallPolicy SQL_READ =
            new CallPolicy(
                    "sql-read",
                    new CallPolicy.Purpose(
                            "database of views",
                            "no lists of sessions, cars, laps and standings; live values go on, and"
                                    + " what the page shows already stays"),
                    Duration.ofSeconds(8),
                    new CallPolicy.Places(32, Duration.ofSeconds(2)),
                    CallPolicy.Attempts.one(),
                    new CallPolicy.Breaker(
                            50, 20, 50, Duration.ofSeconds(4), 80, Duration.ofSeconds(5), 2),
                    CallPolicy.Fallback.NONE);

    private CallPolicies() {}

    static List<CallPolicy> all() {
        return List.of(Forecasts.POLICY, Circuits.POLICY, SERIES_READ, SQL_READ);
    }
}
