/**
 * Guarded calls by Resilience4j: its circuit breaker, its bulkhead and its intervals, called
 * directly. Nothing of it is seen outside.
 */
@NullMarked
package dev.vitalcore.resilience;

import org.jspecify.annotations.NullMarked;
