package dev.vitalcore.contracts.telemetry;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import java.util.List;
import java.util.Optional;

/**
 * The unit of transport: some milliseconds of many channels of one source.
 *
 * <pre>
 *   block n ─┬─ layout       explains the rows; the same in every block until the source changes it
 *            ├─ rows[0]      times  t0 t1 t2 …        rate group 0, e.g. GPS at 25 Hz
 *            │               lat    …
 *            │               lon    …
 *            ├─ rows[1]      times  t0 t1 …           rate group 1, e.g. suspension at 500 Hz
 *            └─ declaration  in block 0 only
 * </pre>
 *
 * @param sequence number within the source, from 0 without holes; (source, sequence) identifies the
 *     block for ever
 * @param rows one a rate group of the layout, in its order; may be empty
 * @param last no block of this source follows; the recording ended here
 */
public record TelemetryBlock(
        SourceId source,
        EntryId entry,
        long sequence,
        Layout layout,
        List<Rows> rows,
        Optional<SourceDeclaration> declaration,
        boolean last) {
    public TelemetryBlock {
        rows = List.copyOf(rows);
        if (sequence < 0) {
            throw new IllegalArgumentException(
                    "block number " + sequence + " of " + source + " is negative");
        }
        if (rows.size() != layout.groups().size()) {
            throw new IllegalArgumentException(
                    "block has rows for "
                            + rows.size()
                            + " rate groups, its layout has "
                            + layout.groups().size());
        }
        for (int group = 0; group < rows.size(); group++) {
            int channels = layout.groups().get(group).channels().size();
            if (rows.get(group).columns().size() != channels) {
                throw new IllegalArgumentException(
                        "rate group "
                                + group
                                + " has "
                                + rows.get(group).columns().size()
                                + " columns for "
                                + channels
                                + " channels");
            }
        }
    }

    /** How many values the block carries, absent ones included. */
    public long sampleCount() {
        long count = 0;
        for (Rows group : rows) {
            count += (long) group.size() * group.columns().size();
        }
        return count;
    }

    /** Event time of the earliest row, or {@code Long.MAX_VALUE} where the block has no rows. */
    public long firstNanos() {
        long first = Long.MAX_VALUE;
        for (Rows group : rows) {
            if (group.size() > 0) {
                first = Math.min(first, group.times()[0]);
            }
        }
        return first;
    }

    /** Event time of the latest row, or {@code Long.MIN_VALUE} where the block has no rows. */
    public long lastNanos() {
        long last = Long.MIN_VALUE;
        for (Rows group : rows) {
            if (group.size() > 0) {
                last = Math.max(last, group.times()[group.size() - 1]);
            }
        }
        return last;
    }
}
