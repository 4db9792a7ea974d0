/** What sagas decided and what came of their steps, as it stands in the event store. */
@NullMarked
package dev.vitalcore.contracts.saga;

import org.jspecify.annotations.NullMarked;
