/**
 * Recordings as sources: several of them on one clock, sent block by block to a running platform
 * over its HTTP face, as any logger would.
 */
@NullMarked
package dev.vitalcore.app.feed;

import org.jspecify.annotations.NullMarked;
