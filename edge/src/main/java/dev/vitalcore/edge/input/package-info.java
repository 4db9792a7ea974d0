/** From bytes to lines, fields and numbers: decompression, character sets and their limits. */
@NullMarked
package dev.vitalcore.edge.input;

import org.jspecify.annotations.NullMarked;
