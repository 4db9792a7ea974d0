/**
 * Timing as pure functions of samples: passings, laps, sectors, deltas. No clock, no I/O; the same
 * code runs in the CLI, in the speed layer and in batch.
 */
@NullMarked
package dev.vitalcore.timing.domain;

import org.jspecify.annotations.NullMarked;
