/**
 * Whether samples can be what their units say. A recording is read as it states itself; where it
 * contradicts itself or physics, that is said, never silently mended.
 */
@NullMarked
package dev.vitalcore.edge.plausibility;

import org.jspecify.annotations.NullMarked;
