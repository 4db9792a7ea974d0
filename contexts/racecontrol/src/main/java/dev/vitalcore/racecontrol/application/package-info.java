/**
 * What can be asked of race control: carry out a command, tell the state of a session now or as it
 * was at another time, tell its history.
 */
@NullMarked
package dev.vitalcore.racecontrol.application;

import org.jspecify.annotations.NullMarked;
