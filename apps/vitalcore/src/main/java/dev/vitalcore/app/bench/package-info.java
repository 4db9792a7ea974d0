/** The load generator behind {@code vitalcore bench} and what it measures. */
@NullMarked
package dev.vitalcore.app.bench;

import org.jspecify.annotations.NullMarked;
