/** Puts channels of different rates into the rows of one table. */
@NullMarked
package dev.vitalcore.telemetry.domain.table;

import org.jspecify.annotations.NullMarked;
