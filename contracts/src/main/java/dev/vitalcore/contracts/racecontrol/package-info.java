/** What race control publishes: its decisions, on the topic {@code race.decisions}. */
@NullMarked
package dev.vitalcore.contracts.racecontrol;

import org.jspecify.annotations.NullMarked;
