/**
 * The time series store on QuestDB in the process: one table a session and rate group, one wide row
 * an instant (ADR 0006).
 */
@NullMarked
package dev.vitalcore.questdb;

import org.jspecify.annotations.NullMarked;
