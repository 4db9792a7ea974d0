/** Measures projections: how fast a view follows its store, and how fast it is built anew. */
@NullMarked
package dev.vitalcore.app.bench.projections;

import org.jspecify.annotations.NullMarked;
