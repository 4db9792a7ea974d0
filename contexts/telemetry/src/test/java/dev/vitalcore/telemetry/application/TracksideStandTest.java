package dev.vitalcore.telemetry.application;

import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.SESSION;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.SourceId;
import dev.vitalcore.telemetry.domain.GroupSpan;
import dev.vitalcore.telemetry.domain.KnownChannels;
import dev.vitalcore.telemetry.domain.Ledger;
import dev.vitalcore.telemetry.domain.LedgerEvent.BlockWithdrawn;
import dev.vitalcore.telemetry.domain.SourceState;
import dev.vitalcore.telemetry.domain.SourceTotals;
import dev.vitalcore.telemetry.domain.TimeFence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracksideStandTest {
    /** Block 3 is missing. */
    private static final Ledger HOLED = after(Ledger.EMPTY, 0, 1, 2, 4, 5);

    @Test
    void thePastIsTheSameWhileBlocksArriveInOrder() {
        assertThat(changed(HOLED, after(HOLED, 6, 7, 9))).isFalse();
        assertThat(changed(HOLED, HOLED)).isFalse();
    }

    @Test
    void whatHealsChangesThePast() {
        assertThat(changed(HOLED, after(HOLED, 6, 3))).isTrue();
    }

    @Test
    void whatIsWithdrawnChangesThePast() {
        assertThat(changed(HOLED, HOLED.evolve(new BlockWithdrawn(5)))).isTrue();
    }

    @Test
    void blocksInOrderDoNotChangeThePastHoweverMuchWasHealedBefore() {
        Ledger coarse = Ledger.EMPTY;
        for (long block = 0; block < 6L * Ledger.MOST_HEALED_RANGES; block += 5) {
            coarse = after(coarse, block, block + 4, block + 1, block + 3);
        }
        assertThat(coarse.healed().rangeCount()).isEqualTo(Ledger.MOST_HEALED_RANGES);
        long next = coarse.arrived().highest() + 1;

        assertThat(changed(coarse, after(coarse, next, next + 1))).isFalse();
        assertThat(changed(coarse, after(coarse, 2))).isTrue();
    }

    private static boolean changed(Ledger earlier, Ledger now) {
        return stand(now, START + 90 * SECOND)
                .changedBefore(START + 10 * SECOND, stand(earlier, START + 60 * SECOND));
    }

    private static TracksideStand stand(Ledger ledger, long last) {
        return TracksideStand.of(
                        List.of(
                                new SourceState(
                                        new SourceId("posts"),
                                        EntryId.trackside(SESSION),
                                        ledger,
                                        KnownChannels.NONE,
                                        new TimeFence(Map.of("flag", new GroupSpan(1, last, last))),
                                        new SourceTotals(1, START, last, 0, false),
                                        Optional.empty())))
                .orElseThrow();
    }

    private static Ledger after(Ledger ledger, long... blocks) {
        Ledger after = ledger;
        for (long block : blocks) {
            after = after.evolve(after.decide(block));
        }
        return after;
    }
}
