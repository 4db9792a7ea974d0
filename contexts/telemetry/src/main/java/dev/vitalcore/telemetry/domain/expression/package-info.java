/**
 * Expressions over channels (math channels): text to tree, tree to a formula that is checked
 * against the units of the channels, formula over columns of samples. The language is described in
 * docs/math-channels.md. Absent samples are NaN, and so is every result that is not a finite number
 * or that needs an absent one.
 */
@NullMarked
package dev.vitalcore.telemetry.domain.expression;

import org.jspecify.annotations.NullMarked;
