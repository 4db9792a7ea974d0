package dev.vitalcore.platform.projection;

import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.sql.Database;
import java.time.InstantSource;

/**
 * What a projection stands on. Store and database stay the caller's to close, after the runner.
 *
 * @param store where the events are
 * @param database where the view is; may be the one that the store is in
 * @param clock tells when an event was parked
 */
public record ProjectionPorts(EventStore store, Database database, InstantSource clock) {}
