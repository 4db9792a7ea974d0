/** Stored sessions that are played again. */
@NullMarked
package dev.vitalcore.app.verify;

import org.jspecify.annotations.NullMarked;
