/** The commands of the {@code vitalcore} program, one class each, and what they print. */
@NullMarked
package dev.vitalcore.app.command;

import org.jspecify.annotations.NullMarked;
