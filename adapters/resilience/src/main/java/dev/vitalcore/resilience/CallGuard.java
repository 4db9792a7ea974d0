package dev.vitalcore.resilience;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.calls.CallPolicy;
import dev.vitalcore.platform.calls.CallState;
import dev.vitalcore.platform.calls.GuardedCalls.Work;
import dev.vitalcore.platform.calls.TryLater;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The guard of one kind of call. */
final class CallGuard {
    private static final double DOUBLED = 2;
    private static final double BY_CHANCE = 0.5;

    private final CallPolicy policy;
    private final InstantSource clock;
    private final Pauses pauses;
    private final Circuit circuit;
    private final Bulkhead places;
    private final IntervalFunction intervals;
    private final CallCounts counts = new CallCounts();
    private final CallFaults faults;

    CallGuard(CallPolicy policy, InstantSource clock, Pauses pauses) {
        this.policy = policy;
        this.clock = clock;
        this.pauses = pauses;
        this.circuit = new Circuit(policy, clock);
        this.places =
                Bulkhead.of(
                        policy.name(),
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(policy.places().most())
                                .maxWaitDuration(policy.places().patience())
                                .build());
        this.intervals =
                IntervalFunction.ofExponentialRandomBackoff(
                        policy.attempts().firstPause(),
                        DOUBLED,
                        BY_CHANCE,
                        policy.attempts().longestPause());
        this.faults = new CallFaults(policy);
    }

    CallPolicy policy() {
        return policy;
    }

    <T extends @Nullable Object> T call(Work<T> work) {
        for (int number = 1; ; number++) {
            try {
                return attempt(work);
            } catch (AttemptFailed failed) {
                if (number >= policy.attempts().most() || !failed.passing() || circuit.refuses()) {
                    throw failed.thrown();
                }
                counts.repeated();
                pause(number);
            }
        }
    }

    CallState state() {
        return new CallState(
                policy,
                circuit.state(),
                circuit.since(),
                circuit.failedPercent(),
                policy.places().most() - places.getMetrics().getAvailableConcurrentCalls(),
                counts.now(),
                circuit.lastFailure(),
                circuit.nextTry());
    }

    private <T extends @Nullable Object> T attempt(Work<T> work) throws AttemptFailed {
        if (!circuit.lets()) {
            counts.refusedOpen();
            throw faults.open(circuit, clock.instant());
        }
        if (!places.tryAcquirePermission()) {
            circuit.forget();
            counts.refusedBusy();
            throw Thread.currentThread().isInterrupted() ? faults.stopped() : faults.busy();
        }
        Instant begun = clock.instant();
        Attempt<T> running = Attempt.start(policy.name(), work, places::onComplete);
        try {
            T answer = running.await(policy.timeLimit());
            answered(begun);
            return answer;
        } catch (TimeoutException late) {
            counts.timedOut();
            circuit.failed(policy.timeLimit(), late, faults.limitReached());
            throw new AttemptFailed(faults.timedOut(late), true);
        } catch (InterruptedException stopped) {
            circuit.forget();
            Thread.currentThread().interrupt();
            throw faults.stopped();
        } catch (ExecutionException failed) {
            throw failed(begun, failed.getCause() == null ? failed : failed.getCause());
        }
    }

    /** Of the callee it is no failure that a question was refused. */
    private AttemptFailed failed(Instant begun, Throwable cause) {
        if (cause instanceof Fault fault && ofTheCaller(fault)) {
            answered(begun);
            throw fault;
        }
        counts.failed();
        circuit.failed(since(begun), cause, CallFaults.reason(cause));
        if (cause instanceof TryLater told) {
            circuit.openFor(told.after());
            return new AttemptFailed(faults.told(told), false);
        }
        return switch (cause) {
            case Fault fault -> new AttemptFailed(fault, fault.kind() == Fault.Kind.UNAVAILABLE);
            case RuntimeException bug -> new AttemptFailed(bug, false);
            case Error error -> throw error;
            default -> new AttemptFailed(faults.failed(cause), true);
        };
    }

    private static boolean ofTheCaller(Fault fault) {
        return switch (fault.kind()) {
            case USER, CONFLICT -> true;
            case UNAVAILABLE, INTERNAL -> false;
        };
    }

    private void answered(Instant begun) {
        counts.succeeded();
        circuit.succeeded(since(begun));
    }

    private Duration since(Instant begun) {
        return Duration.between(begun, clock.instant());
    }

    private void pause(int number) {
        try {
            pauses.pause(Duration.ofMillis(intervals.apply(number)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw faults.stopped();
        }
    }

    /** An attempt that failed, and whether another one may do better. */
    private static final class AttemptFailed extends Exception {
        private static final long serialVersionUID = 1L;

        private final RuntimeException thrown;
        private final boolean passing;

        AttemptFailed(RuntimeException thrown, boolean passing) {
            super(null, thrown, false, false);
            this.thrown = thrown;
            this.passing = passing;
        }

        RuntimeException thrown() {
            return thrown;
        }

        boolean passing() {
            return passing;
        }
    }
}
