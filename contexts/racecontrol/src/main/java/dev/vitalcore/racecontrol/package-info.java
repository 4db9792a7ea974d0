/** The race control context, as the program composes it. */
@NullMarked
package dev.vitalcore.racecontrol;

import org.jspecify.annotations.NullMarked;
