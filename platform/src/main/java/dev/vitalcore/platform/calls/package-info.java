/**
 * Calls of what may fail, hang or be slow: other machines, and engines that serve requests. Each is
 * made under a {@link dev.vitalcore.platform.calls.CallPolicy}; docs/calls.md lists them all.
 */
@NullMarked
package dev.vitalcore.platform.calls;

import org.jspecify.annotations.NullMarked;
