package dev.vitalcore.platform.table;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.EntryId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is known of a table before its rows.
 *
 * @param rateHz of the rows, where they are equally far apart (but for holes)
 * @param channels the columns beside the time
 */
public record TableHeading(
        Subject subject, Span span, OptionalDouble rateHz, List<ChannelSpec> channels) {
    public TableHeading {
        channels = List.copyOf(channels);
    }

    /**
     * Whose samples they are.
     *
     * @param title of the session
     */
    public record Subject(
            EntryId entry,
            String title,
            Optional<String> track,
            Optional<String> driver,
            Optional<String> vehicle) {}

    /**
     * Of when the samples are; nanoseconds since the epoch.
     *
     * @param originNanos the session's first sample
     * @param fromNanos nothing is earlier
     * @param toNanos everything is before it
     * @param lap where one lap was asked for
     * @param lineNanos when the car passed the line within the span, ascending
     */
    public record Span(
            long originNanos, long fromNanos, long toNanos, OptionalInt lap, List<Long> lineNanos) {
        public Span {
            lineNanos = List.copyOf(lineNanos);
        }
    }
}
