/**
 * The words that every other module shares: identifiers, units, time and refusals. Depends on the
 * JDK and JSpecify only.
 */
@NullMarked
package dev.vitalcore.kernel;

import org.jspecify.annotations.NullMarked;
