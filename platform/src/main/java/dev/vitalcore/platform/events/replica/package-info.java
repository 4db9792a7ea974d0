/**
 * For adapters of engines that can only append and read onwards: the log as the engine keeps it is
 * copied into memory, where events are found and appends are decided.
 */
@NullMarked
package dev.vitalcore.platform.events.replica;

import org.jspecify.annotations.NullMarked;
