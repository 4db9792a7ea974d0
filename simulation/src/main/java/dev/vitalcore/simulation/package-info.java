/**
 * A race that is driven by physics: circuits, cars, drivers, weather and what goes wrong. It knows
 * the platform only as a source does, by the blocks it makes; what truly happened is kept apart,
 * for tests.
 */
@NullMarked
package dev.vitalcore.simulation;

import org.jspecify.annotations.NullMarked;
