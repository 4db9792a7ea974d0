/**
 * Measures event stores: appends a second, beside the bare engine where there is one to compare.
 */
@NullMarked
package dev.vitalcore.app.bench.events;

import org.jspecify.annotations.NullMarked;
