/** The port to the time series store. */
@NullMarked
package dev.vitalcore.platform.series;

import org.jspecify.annotations.NullMarked;
