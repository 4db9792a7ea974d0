/** Circuits that somebody publishes as GeoJSON, behind their port in timing. */
@NullMarked
package dev.vitalcore.trackdata;

import org.jspecify.annotations.NullMarked;
