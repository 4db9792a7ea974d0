/** Questions to other machines over HTTP, whose answers are bounded; see {@code platform.calls}. */
@NullMarked
package dev.vitalcore.platform.http;

import org.jspecify.annotations.NullMarked;
