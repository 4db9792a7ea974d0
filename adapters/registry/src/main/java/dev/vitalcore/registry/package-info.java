/**
 * The schema registry: kept in the SQL database of this process, or any other that speaks the REST
 * API of Confluent's.
 */
@NullMarked
package dev.vitalcore.registry;

import org.jspecify.annotations.NullMarked;
