/**
 * The port to the append-only log (Kafka): append, and read from positions the reader keeps or the
 * log keeps for it.
 */
@NullMarked
package dev.vitalcore.platform.log;

import org.jspecify.annotations.NullMarked;
