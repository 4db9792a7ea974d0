/** How events of the event store are published on the log, whichever context they are of. */
@NullMarked
package dev.vitalcore.contracts.events;

import org.jspecify.annotations.NullMarked;
