/**
 * The questions that timing answers: laps, sectors, warnings and standings as views kept in SQL,
 * laps as series by time or distance, and two laps laid over each other. What they compute is in
 * the domain; here it is fetched, kept and put together.
 */
@NullMarked
package dev.vitalcore.timing.application;

import org.jspecify.annotations.NullMarked;
