package dev.vitalcore.telemetry.domain;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.kernel.Unit;
import java.util.Optional;

/** What the channels of a layout must be; looked at only when a source comes with a new layout. */
final class ChannelRules {
    private ChannelRules() {}

    static Optional<BlockRefusal> check(Layout layout, KnownChannels known, int limit) {
        int channels = known.units().size();
        for (RateGroup group : layout.groups()) {
            for (ChannelSpec channel : group.channels()) {
                Optional<BlockRefusal> refusal = check(channel, known);
                if (refusal.isPresent()) {
                    return refusal;
                }
                channels += known.units().containsKey(channel.name()) ? 0 : 1;
            }
        }
        return channels <= limit
                ? Optional.empty()
                : Optional.of(new BlockRefusal.TooManyChannels(channels, limit));
    }

    private static Optional<BlockRefusal> check(ChannelSpec channel, KnownChannels known) {
        String name = channel.name();
        if (!ChannelName.isUsable(name)) {
            return Optional.of(new BlockRefusal.ChannelNameUnusable(name));
        }
        Unit unit = channel.unit();
        Unit standard = StandardChannels.UNITS.getOrDefault(name, unit);
        if (unit != standard) {
            return Optional.of(new BlockRefusal.ChannelUnitWrong(name, unit, standard));
        }
        Unit before = known.units().getOrDefault(name, unit);
        if (unit != before) {
            return Optional.of(new BlockRefusal.ChannelUnitChanged(name, unit, before));
        }
        return Optional.empty();
    }
}
