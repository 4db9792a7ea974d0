/**
 * The HTTP face of the platform: REST, the live socket and the page. Spring is used here as a
 * library and nowhere further in; the contexts' application services come ready-made in {@link
 * dev.vitalcore.gateway.GatewayServices}. Contract: docs/api.md.
 */
@NullMarked
package dev.vitalcore.gateway;

import org.jspecify.annotations.NullMarked;
