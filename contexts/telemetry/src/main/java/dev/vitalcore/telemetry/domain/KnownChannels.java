package dev.vitalcore.telemetry.domain;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.kernel.Unit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The channels a source has sent so far with their units.
 *
 * @param layout the layout they were learned from last: blocks that come with it need no second
 *     look at their channels. Empty after a restart.
 */
public record KnownChannels(Map<String, Unit> units, Optional<Layout> layout) {
    public static final KnownChannels NONE = new KnownChannels(Map.of(), Optional.empty());

    public KnownChannels {
        units = Map.copyOf(units);
    }

    /** Whether every channel of the layout is known. The codec interns layouts: mostly one look. */
    public boolean covers(Layout other) {
        return layout.isPresent() && layout.get().equals(other);
    }

    public KnownChannels evolve(Layout seen) {
        if (covers(seen)) {
            return this;
        }
        Map<String, Unit> more = new HashMap<>(units);
        for (RateGroup group : seen.groups()) {
            for (ChannelSpec channel : group.channels()) {
                more.putIfAbsent(channel.name(), channel.unit());
            }
        }
        // Equal maps are kept once: many sources of one kind of logger would else each hold their
        // own.
        return new KnownChannels(more.size() == units.size() ? units : more, Optional.of(seen));
    }
}
