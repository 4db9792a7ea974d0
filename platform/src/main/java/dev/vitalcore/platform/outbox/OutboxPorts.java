package dev.vitalcore.platform.outbox;

import dev.vitalcore.contracts.events.EventEnvelope;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.sql.Database;

/**
 * What a relay stands on; stays the caller's to close, after the relay.
 *
 * @param store where the events are
 * @param database where it is kept how far the relay has come; may be the one of the store
 */
public record OutboxPorts(
        EventStore store, Database database, EventLog log, Codec<EventEnvelope> codec) {}
