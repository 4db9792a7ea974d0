/**
 * What the telemetry context publishes on {@code telemetry.blocks}: numbered, columnar blocks of
 * samples, each carrying the layout that explains it. No behaviour beyond validation.
 */
@NullMarked
package dev.vitalcore.contracts.telemetry;

import org.jspecify.annotations.NullMarked;
