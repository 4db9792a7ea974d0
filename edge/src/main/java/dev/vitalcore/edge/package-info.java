/**
 * Readers of recordings: opens a file of any known format and delivers its samples as numbered
 * blocks. Start at {@link dev.vitalcore.edge.Recordings}.
 */
@NullMarked
package dev.vitalcore.edge;

import org.jspecify.annotations.NullMarked;
