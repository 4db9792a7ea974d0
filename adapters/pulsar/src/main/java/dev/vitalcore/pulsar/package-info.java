/**
 * The event store on Apache Pulsar: one topic is the log of all streams, one exclusive producer its
 * writer, and every process that reads has the log in memory.
 */
@NullMarked
package dev.vitalcore.pulsar;

import org.jspecify.annotations.NullMarked;
