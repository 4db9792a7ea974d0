/**
 * The port to the schema registry: which schemas the values of a topic had over time, under numbers
 * that travel with the values. The words and rules are those of Confluent's registry, so that any
 * that speaks its REST API can stand behind the port.
 */
@NullMarked
package dev.vitalcore.platform.schema;

import org.jspecify.annotations.NullMarked;
