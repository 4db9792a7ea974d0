/** One class a recording format, behind {@link dev.vitalcore.edge.format.RecordingFormat}. */
@NullMarked
package dev.vitalcore.edge.format;

import org.jspecify.annotations.NullMarked;
