/**
 * Corners found from the data of a lap, and where in them another lap loses its time. Pure: a lap
 * comes in laid on the metres of the reference lap.
 */
@NullMarked
package dev.vitalcore.timing.domain.corner;

import org.jspecify.annotations.NullMarked;
