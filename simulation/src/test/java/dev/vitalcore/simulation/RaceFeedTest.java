package dev.vitalcore.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.StandardChannels;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.simulation.race.RaceSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RaceFeedTest {
    private static final SessionId SESSION = new SessionId("race");
    private static final long START = 1_700_000_000_000_000_000L;
    private static final RaceSettings FIVE = new RaceSettings("harbour", 5, 2, 11);

    @Test
    void theSameSeedGivesTheSameRaceBitForBit() {
        assertThat(fingerprints(FIVE)).isEqualTo(fingerprints(FIVE));
        assertThat(fingerprints(new RaceSettings("harbour", 5, 2, 12)))
                .isNotEqualTo(fingerprints(FIVE));
    }

    @Test
    void eachCarHasManyChannelsOfManyRates() {
        TelemetryBlock block = new RaceFeed(FIVE, SESSION, START).next();
        List<ChannelSpec> channels =
                block.layout().groups().stream().flatMap(g -> g.channels().stream()).toList();

        assertThat(channels).hasSizeGreaterThanOrEqualTo(60);
        assertThat(block.layout().groups())
                .extracting(RateGroup::periodNanos)
                .contains(100_000_000L, 10_000_000L, 2_000_000L);
        assertThat(channels)
                .allSatisfy(channel ->
                        assertThat(
                                        StandardChannels.UNITS.getOrDefault(
                                                channel.name(), channel.unit()))
                                .isEqualTo(channel.unit()));
        assertThat(block.declaration().orElseThrow().gates()).hasSize(3);
    }

    @Test
    void everyBlockComesAlthoughSomeComeLate() {
        Map<EntryId, Set<Long>> numbers = new HashMap<>();
        Map<EntryId, Long> highest = new HashMap<>();
        Map<EntryId, Long> last = new HashMap<>();
        int late = 0;
        for (TelemetryBlock block : all(new RaceSettings("talheim", 6, 4, 5))) {
            assertThat(numbers.computeIfAbsent(block.entry(), any -> new HashSet<>()))
                    .doesNotContain(block.sequence());
            numbers.get(block.entry()).add(block.sequence());
            late += block.sequence() < highest.getOrDefault(block.entry(), -1L) ? 1 : 0;
            highest.merge(block.entry(), block.sequence(), Math::max);
            if (block.last()) {
                last.put(block.entry(), block.sequence());
            }
        }

        assertThat(late).isPositive();
        assertThat(last).hasSize(7).containsKey(EntryId.trackside(SESSION));
        numbers.forEach((entry, all) -> assertThat(all).hasSize((int) (last.get(entry) + 1)));
    }

    @Test
    void whatTheSensorsSayCanBe() {
        Map<String, double[]> ranges = new HashMap<>();
        for (TelemetryBlock block : all(new RaceSettings("talheim", 2, 3, 4))) {
            for (int group = 0; group < block.rows().size(); group++) {
                Rows rows = block.rows().get(group);
                for (int column = 0; column < rows.columns().size(); column++) {
                    String name = block.layout().groups().get(group).channels().get(column).name();
                    widen(
                            ranges.computeIfAbsent(name, any -> new double[] {1e9, -1e9}),
                            rows.columns().get(column));
                }
            }
        }

        assertRange(ranges, StandardChannels.SPEED, -0.1, 290);
        assertRange(ranges, StandardChannels.ACCELERATION_LATERAL, -3.2, 3.2);
        assertRange(ranges, StandardChannels.ACCELERATION_LONGITUDINAL, -3, 1.3);
        assertRange(ranges, StandardChannels.ENGINE_SPEED, 1_500, 8_500);
        assertRange(ranges, "brake_temperature_fl", 50, 900);
        assertRange(ranges, "water_temperature", 60, 115);
        assertRange(ranges, "oil_temperature", 60, 145);
        assertRange(ranges, "tyre_temperature_fl_middle", 15, 150);
        assertRange(ranges, "damper_rl", -20, 90);
        assertRange(ranges, "fuel_level", 3, 150);
    }

    @Test
    void refusesARaceThatCannotBe() {
        assertThatThrownBy(() -> new RaceSettings("talheim", 31, 5, 1))
                .hasMessageContaining("31 cars; 1 to 30");
        assertThatThrownBy(() -> new RaceSettings("talheim", 3, 0, 1))
                .hasMessageContaining("0 laps");
    }

    private static void assertRange(
            Map<String, double[]> ranges, String channel, double least, double most) {
        assertThat(ranges.get(channel))
                .as(channel)
                .satisfies(range -> {
                    assertThat(range[0]).isGreaterThanOrEqualTo(least);
                    assertThat(range[1]).isLessThanOrEqualTo(most).isGreaterThan(range[0]);
                });
    }

    private static void widen(double[] range, Column column) {
        for (int row = 0; row < column.size(); row++) {
            double value = column.valueAt(row);
            if (!Double.isNaN(value)) {
                range[0] = Math.min(range[0], value);
                range[1] = Math.max(range[1], value);
            }
        }
    }

    private static List<TelemetryBlock> all(RaceSettings settings) {
        List<TelemetryBlock> blocks = new ArrayList<>();
        new RaceFeed(settings, SESSION, START).forEachRemaining(blocks::add);
        return blocks;
    }

    /** Of every bit of every value, block by block. */
    private static List<Long> fingerprints(RaceSettings settings) {
        List<Long> prints = new ArrayList<>();
        RaceFeed feed = new RaceFeed(settings, SESSION, START);
        for (int block = 0; block < 2_000 && feed.hasNext(); block++) {
            long print = 17;
            for (Rows rows : feed.next().rows()) {
                for (Column column : rows.columns()) {
                    for (int row = 0; row < column.size(); row++) {
                        print = print * 31 + Double.doubleToRawLongBits(column.valueAt(row));
                    }
                }
            }
            prints.add(print);
        }
        return prints;
    }
}
