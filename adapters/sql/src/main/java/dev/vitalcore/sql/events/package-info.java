/**
 * The event store in an SQL database: one writer at a time, so positions are the order of commits.
 */
@NullMarked
package dev.vitalcore.sql.events;

import org.jspecify.annotations.NullMarked;
