/** Meters by Micrometer in the text format of Prometheus, with those of the JVM and the process. */
@NullMarked
package dev.vitalcore.prometheus;

import org.jspecify.annotations.NullMarked;
