/**
 * The JSON forms of docs/api.md, used by REST and the live socket alike. Times are seconds since
 * the session's first sample; absent numbers are null.
 */
@NullMarked
package dev.vitalcore.gateway.json;

import org.jspecify.annotations.NullMarked;
