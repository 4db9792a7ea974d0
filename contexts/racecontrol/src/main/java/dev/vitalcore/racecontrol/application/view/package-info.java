/**
 * What is read of race control's decisions: projections of the event store into SQL, each with its
 * own question. They can be thrown away and built again.
 */
@NullMarked
package dev.vitalcore.racecontrol.application.view;

import org.jspecify.annotations.NullMarked;
