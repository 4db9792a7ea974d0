/** What the cars' sensors make of the race, as the blocks that a source sends. */
@NullMarked
package dev.vitalcore.simulation.sensor;

import org.jspecify.annotations.NullMarked;
