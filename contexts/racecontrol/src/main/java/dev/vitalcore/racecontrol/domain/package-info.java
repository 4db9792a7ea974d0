/**
 * How race control decides. {@link dev.vitalcore.racecontrol.domain.SessionDecider} is the whole of
 * it: commands against the state of a session give events or a refusal, events give the next state.
 * Each part of the state keeps its own rules in a class of its own; they share nothing but the
 * {@link dev.vitalcore.racecontrol.domain.SessionState}.
 */
@NullMarked
package dev.vitalcore.racecontrol.domain;

import org.jspecify.annotations.NullMarked;
