/** Circuits of our own design, and the line that is fastest round them. */
@NullMarked
package dev.vitalcore.simulation.circuit;

import org.jspecify.annotations.NullMarked;
