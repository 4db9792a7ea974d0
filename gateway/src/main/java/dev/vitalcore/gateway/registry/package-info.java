/**
 * The schema registry over HTTP, at {@code /registry}: the REST API of Confluent's registry, so
 * that its clients and serializers work with it as they are.
 */
@NullMarked
package dev.vitalcore.gateway.registry;

import org.jspecify.annotations.NullMarked;
