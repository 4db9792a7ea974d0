/** What a car can do: power, grip, tyres, and the speed that follows for every place of a lap. */
@NullMarked
package dev.vitalcore.simulation.car;

import org.jspecify.annotations.NullMarked;
