/**
 * What a source may send, what of it arrived, and how its samples are found again. {@link
 * dev.vitalcore.telemetry.TelemetryContext} puts the parts together.
 */
@NullMarked
package dev.vitalcore.telemetry;

import org.jspecify.annotations.NullMarked;
