/**
 * The live socket. Samples are pulled: a car keeps its newest values and a short ring of each
 * traced channel, and every client reads from there as fast as it can, so a slow one merely sees
 * fewer frames. Events are pushed into one bounded queue a client and are never dropped silently.
 *
 * <pre>
 *   telemetry.blocks ─▶ LiveHub ─▶ LiveCar (latest, rings) ◀─ pulls ─┐
 *                                                                   ├─ LiveClient (one thread) ─▶ socket
 *   TimingViews ──────▶ LiveHub ─▶ LiveSession ─▶ LiveQueue ────────┘
 * </pre>
 */
@NullMarked
package dev.vitalcore.gateway.live;

import org.jspecify.annotations.NullMarked;
