/** The opening of a session under kills. */
@NullMarked
package dev.vitalcore.app.opening;

import org.jspecify.annotations.NullMarked;
