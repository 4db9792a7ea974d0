package dev.vitalcore.gateway.rest;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.series.SeriesStore.KeptChannel;
import java.util.List;

/**
 * Channels of a car, of which all can be exported but integrals. An export is read a slice of time
 * after the other, and an integral is 0 at the beginning of each read (docs/math-channels.md).
 */
record ExportChannels(EntryId entry, List<KeptChannel> kept) {
    /** As many as the widest table that is read. */
    private static final int MOST = 4096;

    ExportChannels {
        kept = List.copyOf(kept);
    }

    /**
     * @throws Fault (user) when there is none, or when there are more than a file can have
     */
    List<KeptChannel> all() {
        List<KeptChannel> all = kept.stream().filter(channel -> !isIntegral(channel)).toList();
        if (all.isEmpty()) {
            throw Fault.user(
                    "nothing-kept",
                    "no samples are kept for " + entry + " yet",
                    "wait until its first samples are stored");
        }
        if (all.size() > MOST) {
            throw Fault.user(
                    "too-many-channels",
                    entry + " has " + all.size() + " channels; a file has at most " + MOST,
                    "name those that are wanted with channels=…");
        }
        return all;
    }

    /**
     * Those that were named.
     *
     * @throws Fault (user) when one of them is an integral
     */
    List<KeptChannel> named() {
        for (KeptChannel channel : kept) {
            if (isIntegral(channel)) {
                throw Fault.user(
                        "channel-not-exportable",
                        "channel '%s' of %s is an integral, 0 where a read begins"
                                .formatted(channel.spec().name(), entry),
                        "export the channels that it is calculated from");
            }
        }
        return kept;
    }

    private static boolean isIntegral(KeptChannel channel) {
        return switch (channel.spec().origin()) {
            case ChannelSpec.Recorded() -> false;
            case ChannelSpec.Calculated calculated -> calculated.sumsUp();
        };
    }
}
