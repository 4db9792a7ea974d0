/** A generated car for {@code vitalcore demo}; speaks to the platform only as a source does. */
@NullMarked
package dev.vitalcore.app.demo;

import org.jspecify.annotations.NullMarked;
