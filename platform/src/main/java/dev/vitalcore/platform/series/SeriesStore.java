package dev.vitalcore.platform.series;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Text;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the samples of blocks and gives them back by time. */
public interface SeriesStore extends AutoCloseable {
    /** The code of the refusal of a read that would find more than it may. */
    String TOO_MANY_ROWS = "too-many-rows";

    /** The code of the refusal of a channel that is not there. */
    String CHANNEL_UNKNOWN = "channel-unknown";

    /**
     * Keeps the blocks. When it returns they survive the end of the process, and queries will see
     * them soon ({@link #settle()}). Idempotent: a block written again changes nothing. Called by
     * one writer thread.
     */
    void write(List<TelemetryBlock> blocks);

    /** Waits until all that was written before is visible to queries; at most some seconds. */
    void settle();

    /** The channels kept for the entry, by name; empty when nothing is kept. */
    List<KeptChannel> channels(EntryId entry);

    /**
     * Those of the names that can be read for the entry, in their order. A store that calculates
     * channels knows more names than it lists.
     *
     * @throws dev.vitalcore.kernel.Fault (user) when a name cannot be one of any entry
     */
    default Set<String> readable(EntryId entry, Collection<String> names) {
        Set<String> readable = new LinkedHashSet<>(names);
        readable.retainAll(
                channels(entry).stream()
                        .map(channel -> channel.spec().name())
                        .collect(Collectors.toSet()));
        return readable;
    }

    /**
     * What is known of the channels of those names, in their order; also of those that are not
     * listed.
     *
     * @throws dev.vitalcore.kernel.Fault (user) when one of them cannot be read for the entry
     */
    default List<KeptChannel> described(EntryId entry, List<String> names) {
        Map<String, KeptChannel> kept =
                channels(entry).stream()
                        .collect(Collectors.toMap(channel -> channel.spec().name(), c -> c));
        return names.stream()
                .map(name ->
                        Optional.ofNullable(kept.get(name))
                                .orElseThrow(() ->
                                        unknownChannel(name, entry.toString(), kept.keySet())))
                .toList();
    }

    /**
     * The refusal of a channel that is not there.
     *
     * @param where what it is not kept for
     * @param kept names of those that are, where they are at hand
     */
    static Fault unknownChannel(String name, String where, Collection<String> kept) {
        return Fault.user(
                CHANNEL_UNKNOWN,
                "channel '" + Text.abbreviate(name, 100) + "' is not kept for " + where,
                kept.isEmpty()
                        ? "ask for the entry's channels and name one of them"
                        : "ask for one of: "
                                + Text.abbreviate(
                                        kept.stream().sorted().collect(Collectors.joining(", ")),
                                        1_000));
    }

    /** A view of the store in which whatever is calculated stays defined as it is now. */
    default SeriesStore frozen() {
        return this;
    }

    /**
     * Reads channels of an entry with {@code fromNanos <= time < toNanos}, ascending in time.
     * Absent samples (NaN) are left out, so channels of one group may differ in length.
     *
     * @throws dev.vitalcore.kernel.Fault (user) {@link #unknownChannel} when a channel is not kept
     *     for the entry, {@link #TOO_MANY_ROWS} when more than {@code maxRows} rows would be read
     */
    List<Series> read(
            EntryId entry, List<String> channels, long fromNanos, long toNanos, int maxRows);

    /** Bytes on disk. */
    long sizeBytes();

    @Override
    void close();

    /** A channel with what is known of it. */
    record KeptChannel(ChannelSpec spec, long periodNanos) {}

    /** Samples of one channel; the arrays have equal length and are the caller's. */
    record Series(ChannelSpec spec, long[] times, double[] values) {}
}
