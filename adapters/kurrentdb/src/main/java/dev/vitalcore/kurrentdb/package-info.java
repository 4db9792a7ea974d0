/**
 * The event store on KurrentDB (formerly EventStoreDB): one stream is the log of all streams.
 *
 * <p><strong>Not verified against the real server</strong>: no server could be had. The suites run
 * where {@code KURRENTDB_URL} names one.
 */
@NullMarked
package dev.vitalcore.kurrentdb;

import org.jspecify.annotations.NullMarked;
