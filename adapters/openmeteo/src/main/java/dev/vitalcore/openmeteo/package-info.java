/**
 * Weather forecasts over HTTP as Open-Meteo gives them (its forecast API, {@code /v1/forecast}), or
 * any server that answers in its shape.
 */
@NullMarked
package dev.vitalcore.openmeteo;

import org.jspecify.annotations.NullMarked;
