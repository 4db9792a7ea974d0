/**
 * The rules of telemetry as pure functions: what a block may look like, what is known of a source,
 * which blocks arrived. No clock, no I/O; time is an argument.
 */
@NullMarked
package dev.vitalcore.telemetry.domain;

import org.jspecify.annotations.NullMarked;
