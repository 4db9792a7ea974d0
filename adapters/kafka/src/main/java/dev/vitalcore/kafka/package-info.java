/**
 * Apache Kafka behind the log's port: {@link dev.vitalcore.kafka.KafkaEventLog} talks to any
 * cluster, {@link dev.vitalcore.kafka.EmbeddedKafka} is a broker in this process for a laptop. The
 * two know nothing of each other but an address, so one JVM and many processes run the same code.
 */
@NullMarked
package dev.vitalcore.kafka;

import org.jspecify.annotations.NullMarked;
