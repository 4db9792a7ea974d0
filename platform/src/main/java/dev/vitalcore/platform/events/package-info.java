/**
 * The event store: what somebody decided, kept for ever. A stream holds the decisions about one
 * thing (a session, a saga, a user) in order; all streams together have one order, the global
 * position. Decisions only: samples are facts on the log ({@code platform.log}) and never come
 * here.
 *
 * <p>The state of a thing is the fold over its stream ({@link dev.vitalcore.kernel.Decider}).
 * Whoever wants another shape of it reads all streams by position and builds a projection.
 */
@NullMarked
package dev.vitalcore.platform.events;

import org.jspecify.annotations.NullMarked;
