/**
 * Circuits as somebody publishes them, and which of them a session is driven on. Pure; a published
 * circuit is shown, never timed by: laps are cut by gates and what cars drive.
 */
@NullMarked
package dev.vitalcore.timing.domain.circuit;

import org.jspecify.annotations.NullMarked;
