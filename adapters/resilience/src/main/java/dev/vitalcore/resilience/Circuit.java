package dev.vitalcore.resilience;

import dev.vitalcore.platform.calls.CallPolicy;
import dev.vitalcore.platform.calls.CallState;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A circuit breaker that knows since when, why, and until when. */
final class Circuit {
    private static final Logger LOG = LoggerFactory.getLogger(Circuit.class);

    private final String name;
    private final InstantSource clock;
    private final CircuitBreaker breaker;
    private final Duration openFor;
    private volatile Instant since;
    private volatile Instant nextTry = Instant.MIN;
    private volatile CallState.@Nullable LastFailure lastFailure;

    Circuit(CallPolicy policy, InstantSource clock) {
        this.name = policy.name();
        this.clock = clock;
        this.openFor = policy.breaker().openFor();
        this.since = clock.instant();
        this.breaker = CircuitBreaker.of(policy.name(), config(policy.breaker(), clock));
        breaker.getEventPublisher()
                .onStateTransition(event -> turned(event.getStateTransition().getToState()));
    }

    private static CircuitBreakerConfig config(CallPolicy.Breaker numbers, InstantSource clock) {
        return CircuitBreakerConfig.custom()
                .clock(clock.withZone(ZoneOffset.UTC))
                .slidingWindow(numbers.window(), numbers.least(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(numbers.failedPercent())
                .slowCallDurationThreshold(numbers.slow())
                .slowCallRateThreshold(numbers.slowPercent())
                .waitDurationInOpenState(numbers.openFor())
                .permittedNumberOfCallsInHalfOpenState(numbers.trials())
                .writableStackTraceEnabled(false)
                .build();
    }

    /** Whether a call may be made; what came of it is to be told then. */
    boolean lets() {
        return breaker.tryAcquirePermission();
    }

    /** The call was not made after all. */
    void forget() {
        breaker.releasePermission();
    }

    void succeeded(Duration took) {
        breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
    }

    void failed(Duration took, Throwable cause, String reason) {
        lastFailure = new CallState.LastFailure(clock.instant(), reason);
        breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, cause);
    }

    /** Refuses for that long, because what is called asked for it. */
    void openFor(Duration wait) {
        breaker.transitionToOpenStateFor(wait);
        nextTry = clock.instant().plus(wait);
    }

    boolean refuses() {
        return state() == CallState.Circuit.OPEN;
    }

    /**
     * An open circuit whose time is up is open no more, though it turns with the next call only.
     */
    CallState.Circuit state() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN ->
                    clock.instant().isAfter(nextTry)
                            ? CallState.Circuit.HALF_OPEN
                            : CallState.Circuit.OPEN;
            case HALF_OPEN -> CallState.Circuit.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> CallState.Circuit.CLOSED;
        };
    }

    Instant since() {
        return since;
    }

    Optional<Instant> nextTry() {
        return refuses() ? Optional.of(nextTry) : Optional.empty();
    }

    Optional<CallState.LastFailure> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    OptionalDouble failedPercent() {
        float percent = breaker.getMetrics().getFailureRate();
        return percent < 0 ? OptionalDouble.empty() : OptionalDouble.of(percent);
    }

    private void turned(CircuitBreaker.State to) {
        Instant now = clock.instant();
        since = now;
        if (to == CircuitBreaker.State.OPEN) {
            nextTry = now.plus(openFor);
            LOG.atWarn()
                    .addKeyValue("call", name)
                    .addKeyValue("nextTry", nextTry)
                    .addKeyValue(
                            "reason", lastFailure().map(CallState.LastFailure::reason).orElse(""))
                    .log("a call fails too often and is not made for a while");
        } else {
            LOG.atInfo()
                    .addKeyValue("call", name)
                    .addKeyValue("state", to)
                    .log("a call is tried again");
        }
    }
}
