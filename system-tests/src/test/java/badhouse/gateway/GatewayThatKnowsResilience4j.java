package badhouse.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/** Breaks: Resilience4j stays in its adapter. */
record GatewayThatKnowsResilience4j(CircuitBreaker breaker) {}
