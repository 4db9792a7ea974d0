/**
 * From the event store to the log and to those who read it there. The relay publishes at least
 * once, a stream in order; the inbox of each consumer makes that exactly once in what it keeps.
 */
@NullMarked
package dev.vitalcore.platform.outbox;

import org.jspecify.annotations.NullMarked;
