package dev.vitalcore.telemetry.domain;

import static dev.vitalcore.telemetry.TestBlocks.ENTRY;
import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.SESSION;
import static dev.vitalcore.telemetry.TestBlocks.SOURCE;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static dev.vitalcore.telemetry.TestBlocks.block;
import static dev.vitalcore.telemetry.TestBlocks.channel;
import static dev.vitalcore.telemetry.TestBlocks.layout;
import static dev.vitalcore.telemetry.TestBlocks.rows;
import static dev.vitalcore.telemetry.TestBlocks.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.Rows;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Unit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockRulesTest {
    private static final long NOW = START + 3_600 * SECOND;
    private static final SourceState UNSEEN = SourceState.unseen(SOURCE, ENTRY);
    private static final BlockRules RULES = new BlockRules(BlockLimits.defaults());

    @Test
    void takesAnOrdinaryBlock() {
        assertThat(check(block(0), UNSEEN)).isEmpty();
    }

    @Test
    void takesAbsentValues() {
        assertThat(check(values(0, Float.NaN, 2), UNSEEN)).isEmpty();
    }

    @Test
    void refusesInfiniteValuesNamingTheirRow() {
        assertThat(check(values(1, 2, Float.NEGATIVE_INFINITY), UNSEEN))
                .contains(new BlockRefusal.ValueInfinite("x", 2, START + 2));
        assertThat(check(doubles(1, Double.POSITIVE_INFINITY), UNSEEN))
                .contains(new BlockRefusal.ValueInfinite("x", 1, START + 1));
    }

    @Test
    void refusesRepeatedAndFallingTimesWithinAGroup() {
        assertThat(check(times(START, START + 5, START + 5), UNSEEN))
                .contains(new BlockRefusal.TimeNotIncreasing("x", 2, START + 5, START + 5));
        assertThat(check(times(START, START - 1), UNSEEN))
                .contains(new BlockRefusal.TimeNotIncreasing("x", 1, START - 1, START));
    }

    @Test
    void takesGroupsThatLagBehindEachOther() {
        Layout layout =
                new Layout(
                        List.of(
                                new RateGroup(List.of(channel("x", Unit.NONE)), 0),
                                new RateGroup(List.of(channel("y", Unit.NONE)), 0)));
        TelemetryBlock first = with(block(0), layout, one(START + 50), one(START + 10));
        TelemetryBlock second = with(block(1), layout, one(START + 60), one(START + 20));

        assertThat(check(second, UNSEEN.evolve(first, NOW))).isEmpty();
    }

    @Test
    void refusesABlockThatIsNotLaterThanTheOneBefore() {
        SourceState known = UNSEEN.evolve(block(0), NOW);
        TelemetryBlock again = with(block(1), layout(), block(0).rows().getFirst());

        assertThat(check(again, known))
                .contains(
                        new BlockRefusal.TimeRunningBackwards(
                                "speed", START, START + 9 * SECOND / 10, 0));
    }

    @Test
    void takesALateBlock() {
        SourceState known = UNSEEN.evolve(block(0), NOW).evolve(block(5), NOW);

        assertThat(check(block(3), known)).isEmpty();
    }

    @Test
    void refusesALateBlockWhoseTimesReachIntoTheNewest() {
        SourceState known = UNSEEN.evolve(block(0), NOW).evolve(block(5), NOW);
        TelemetryBlock ahead = with(block(3), layout(), block(7).rows().getFirst());

        assertThat(check(ahead, known).map(BlockRefusal::code)).contains("time-running-ahead");
    }

    @Test
    void comparesTimesWithTheNewestBlockEvenAfterALateOne() {
        SourceState known =
                UNSEEN.evolve(block(0), NOW).evolve(block(5), NOW).evolve(block(2), NOW);
        TelemetryBlock backwards = with(block(6), layout(), block(4).rows().getFirst());

        assertThat(check(backwards, known).map(BlockRefusal::code))
                .contains("time-running-backwards");
    }

    @Test
    void remembersAGroupAcrossBlocksWithoutRowsOfIt() {
        TelemetryBlock empty =
                with(block(1), layout(), rows(new long[0], new float[0], new float[0]));
        SourceState known = UNSEEN.evolve(block(0), NOW).evolve(empty, NOW);

        assertThat(check(empty, UNSEEN)).isEmpty();
        assertThat(check(with(block(2), layout(), block(0).rows().getFirst()), known)).isPresent();
    }

    @Test
    void refusesTimesBefore1970AndFarInTheFuture() {
        assertThat(check(times(-1, 5), UNSEEN).map(BlockRefusal::code)).contains("time-absurd");
        assertThat(check(times(Long.MIN_VALUE, Long.MAX_VALUE), UNSEEN).map(BlockRefusal::code))
                .contains("time-absurd");
        assertThat(check(times(0), UNSEEN)).isEmpty();
        assertThat(check(times(NOW + 365 * 86_400 * SECOND), UNSEEN)).isEmpty();
        assertThat(check(times(NOW + 3 * 365 * 86_400 * SECOND), UNSEEN).map(BlockRefusal::code))
                .contains("time-absurd");
    }

    @Test
    void refusesAnotherEntryThanTheSourceBelongsTo() {
        EntryId other = new EntryId(SESSION, "8");

        assertThat(check(block(SOURCE, other, 1), UNSEEN.evolve(block(0), NOW)))
                .contains(new BlockRefusal.SourceBoundElsewhere(SOURCE, other, ENTRY));
    }

    @Test
    void refusesChannelNamesThatCannotBeKept() {
        assertThat(check(channelBlock("Speed (km/h)", Unit.NONE), UNSEEN))
                .contains(new BlockRefusal.ChannelNameUnusable("Speed (km/h)"));
        assertThat(check(channelBlock("x".repeat(81), Unit.NONE), UNSEEN)).isPresent();
        assertThat(check(channelBlock("x".repeat(80), Unit.NONE), UNSEEN)).isEmpty();
    }

    @Test
    void refusesAStandardChannelInAnotherUnitAndSaysHowToMendIt() {
        Optional<BlockRefusal> refusal =
                check(channelBlock("speed", Unit.METRE_PER_SECOND), UNSEEN);

        assertThat(refusal)
                .contains(
                        new BlockRefusal.ChannelUnitWrong(
                                "speed", Unit.METRE_PER_SECOND, Unit.KILOMETRE_PER_HOUR));
        assertThat(refusal.orElseThrow().remedy()).startsWith("convert");
        assertThat(check(channelBlock("speed", Unit.BAR), UNSEEN).orElseThrow().remedy())
                .startsWith("give the channel a name of its own");
    }

    @Test
    void refusesAChannelThatChangesItsUnit() {
        SourceState known = UNSEEN.evolve(channelBlock("oil", Unit.BAR), NOW);
        TelemetryBlock changed =
                with(block(1), oneChannel("oil", Unit.PASCAL), one(START + SECOND));

        assertThat(check(changed, known))
                .contains(new BlockRefusal.ChannelUnitChanged("oil", Unit.PASCAL, Unit.BAR));
    }

    @Test
    void refusesMoreThanTheLimits() {
        BlockRules strict = new BlockRules(new BlockLimits(1_000, 9, 1, SECOND));

        assertThat(strict.checkBytes(1_001))
                .contains(new BlockRefusal.BlockTooLarge("bytes", 1_001, 1_000));
        assertThat(strict.checkBytes(1_000)).isEmpty();
        assertThat(strict.check(block(0), UNSEEN, NOW))
                .contains(new BlockRefusal.BlockTooLarge("rows", 10, 9));
        assertThat(
                        new BlockRules(new BlockLimits(1_000, 10, 1, SECOND))
                                .check(block(0), UNSEEN, NOW))
                .contains(new BlockRefusal.TooManyChannels(2, 1));
    }

    @Test
    void countsChannelsOverAllLayoutsOfTheSource() {
        BlockRules strict = new BlockRules(new BlockLimits(1_000, 10, 2, SECOND));
        SourceState known = UNSEEN.evolve(block(0), NOW);
        TelemetryBlock third = with(block(1), oneChannel("x", Unit.NONE), one(START + SECOND));

        assertThat(strict.check(third, known, NOW))
                .contains(new BlockRefusal.TooManyChannels(3, 2));
    }

    @Test
    void takesBlocksWithAHoleBeforeThem() {
        assertThat(check(block(1_000), UNSEEN.evolve(block(0), NOW))).isEmpty();
    }

    @Test
    void refusesTheHoleThatIsOneTooMany() {
        SourceState known = UNSEEN;
        for (int hole = 0; hole < Ledger.MOST_HOLES; hole++) {
            known = known.evolve(block(2L * hole), NOW);
        }

        assertThat(check(block(2L * Ledger.MOST_HOLES), known).map(BlockRefusal::code))
                .contains("too-many-holes");
        assertThat(check(block(1), known)).isEmpty();
    }

    private static Optional<BlockRefusal> check(TelemetryBlock block, SourceState known) {
        return RULES.check(block, known, NOW);
    }

    private static TelemetryBlock values(float... values) {
        long[] times = new long[values.length];
        for (int row = 0; row < times.length; row++) {
            times[row] = START + row;
        }
        return with(block(0), oneChannel("x", Unit.NONE), rows(times, values));
    }

    private static TelemetryBlock doubles(double... values) {
        long[] times = new long[values.length];
        for (int row = 0; row < times.length; row++) {
            times[row] = START + row;
        }
        return with(
                block(0),
                oneChannel("x", Unit.NONE),
                new Rows(times, List.of(new Column.Doubles(values))));
    }

    private static TelemetryBlock times(long... times) {
        return with(block(0), oneChannel("x", Unit.NONE), rows(times, new float[times.length]));
    }

    private static TelemetryBlock channelBlock(String name, Unit unit) {
        return with(block(0), oneChannel(name, unit), one(START));
    }

    private static Rows one(long time) {
        return rows(new long[] {time}, new float[1]);
    }

    private static Layout oneChannel(String name, Unit unit) {
        return new Layout(List.of(new RateGroup(List.of(channel(name, unit)), 0)));
    }
}
