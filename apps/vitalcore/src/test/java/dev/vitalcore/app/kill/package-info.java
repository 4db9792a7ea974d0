/** Processes that end at a point that a test names. */
@NullMarked
package dev.vitalcore.app.kill;

import org.jspecify.annotations.NullMarked;
