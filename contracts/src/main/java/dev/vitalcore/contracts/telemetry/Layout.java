package dev.vitalcore.contracts.telemetry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a source sends: its rate groups, in the order in which the rows of a block follow. */
public record Layout(List<RateGroup> groups) {
    public Layout {
        groups = List.copyOf(groups);
        Set<String> names = new HashSet<>();
        for (RateGroup group : groups) {
            for (ChannelSpec channel : group.channels()) {
                if (!names.add(channel.name())) {
                    throw new IllegalArgumentException(
                            "channel '" + channel.name() + "' occurs twice in the layout");
                }
            }
        }
    }
}
