/**
 * The calls of docs/api.md, one class a resource; each only translates between HTTP and a service.
 */
@NullMarked
package dev.vitalcore.gateway.rest;

import org.jspecify.annotations.NullMarked;
