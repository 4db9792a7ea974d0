/** From rows to blocks: order of time, holes, and the cut into blocks. */
@NullMarked
package dev.vitalcore.edge.block;

import org.jspecify.annotations.NullMarked;
