/** What the timing context publishes on {@code timing.events}. No behaviour. */
@NullMarked
package dev.vitalcore.contracts.timing;

import org.jspecify.annotations.NullMarked;
