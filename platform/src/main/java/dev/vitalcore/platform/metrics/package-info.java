/** What the platform measures of itself, for whoever watches over it; docs/metrics.md lists it. */
@NullMarked
package dev.vitalcore.platform.metrics;

import org.jspecify.annotations.NullMarked;
