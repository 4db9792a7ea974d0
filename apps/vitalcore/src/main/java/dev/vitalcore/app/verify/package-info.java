/**
 * Replays a stored session through the live path and compares what comes out with what is stored
 * (docs/temporal.md).
 */
@NullMarked
package dev.vitalcore.app.verify;

import org.jspecify.annotations.NullMarked;
