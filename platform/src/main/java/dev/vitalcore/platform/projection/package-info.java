/**
 * Views of what was decided, in the shape in which somebody asks for it. A context writes a {@link
 * dev.vitalcore.platform.projection.Projection}; a {@link
 * dev.vitalcore.platform.projection.ProjectionRunner} keeps its tables up to the event store,
 * builds them anew beside the old ones, and answers from those that are live.
 *
 * <p>A view is derived: it can be dropped at any time and comes out the same again.
 */
@NullMarked
package dev.vitalcore.platform.projection;

import org.jspecify.annotations.NullMarked;
