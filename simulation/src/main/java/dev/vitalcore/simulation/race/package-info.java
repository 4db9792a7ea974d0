/** The race: cars in traffic, pit stops, race control, weather, and what truly happened. */
@NullMarked
package dev.vitalcore.simulation.race;

import org.jspecify.annotations.NullMarked;
