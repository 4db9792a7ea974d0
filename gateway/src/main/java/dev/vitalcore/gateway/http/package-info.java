/** What holds for every request: who may call, how many at a time, how errors look. */
@NullMarked
package dev.vitalcore.gateway.http;

import org.jspecify.annotations.NullMarked;
