/**
 * Sagas: work of several steps over several parts of the platform, which ends either complete or
 * with everything undone, whatever is killed in between. What is done next is decided by a pure
 * machine ({@link dev.vitalcore.platform.saga.SagaMachine}) from events in the event store; {@link
 * dev.vitalcore.platform.saga.SagaRunner} makes the attempts. See docs/sagas.md.
 */
@NullMarked
package dev.vitalcore.platform.saga;

import org.jspecify.annotations.NullMarked;
