package dev.vitalcore.edge.plausibility;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches the blocks of one recording for units that cannot be right: values beyond what a race car
 * does, shares that look like percentages, a speed that does not fit the way between the positions.
 */
public final class Plausibility {
    private final List<Watched> ranges = new ArrayList<>();
    private final MovementCheck movement;

    private record Watched(int group, int column, RangeCheck check) {}

    public Plausibility(Layout layout) {
        for (int group = 0; group < layout.groups().size(); group++) {
            RateGroup rates = layout.groups().get(group);
            for (int column = 0; column < rates.channels().size(); column++) {
                int at = group;
                int of = column;
                ChannelSpec channel = rates.channels().get(column);
                RangeCheck.of(channel).ifPresent(check -> ranges.add(new Watched(at, of, check)));
            }
        }
        movement = new MovementCheck(layout);
    }

    /** Looks at the next block in the order of time. */
    public void see(TelemetryBlock block) {
        for (Watched watched : ranges) {
            watched.check().see(block.rows().get(watched.group()).columns().get(watched.column()));
        }
        movement.see(block);
    }

    /** What is doubtful after all blocks, one sentence each, with the value and a remedy. */
    public List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        ranges.forEach(watched -> watched.check().doubt().ifPresent(doubts::add));
        movement.doubt().ifPresent(doubts::add);
        return doubts;
    }
}
