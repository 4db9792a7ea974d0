package dev.vitalcore.telemetry.domain;

import static dev.vitalcore.telemetry.TestBlocks.ENTRY;
import static dev.vitalcore.telemetry.TestBlocks.SAMPLES;
import static dev.vitalcore.telemetry.TestBlocks.SECOND;
import static dev.vitalcore.telemetry.TestBlocks.SOURCE;
import static dev.vitalcore.telemetry.TestBlocks.START;
import static dev.vitalcore.telemetry.TestBlocks.block;
import static dev.vitalcore.telemetry.TestBlocks.last;
import static dev.vitalcore.telemetry.TestBlocks.layout;
import static dev.vitalcore.telemetry.TestBlocks.numbered;
import static dev.vitalcore.telemetry.TestBlocks.rows;
import static dev.vitalcore.telemetry.TestBlocks.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import org.junit.jupiter.api.Test;

class SourceStateTest {
    private static final SourceState UNSEEN = SourceState.unseen(SOURCE, ENTRY);

    @Test
    void sumsUpWhatCame() {
        SourceState state = UNSEEN.evolve(block(2), 100).evolve(block(1), 90);

        assertThat(state.totals())
                .isEqualTo(
                        new SourceTotals(
                                2 * SAMPLES,
                                START + SECOND,
                                START + 2 * SECOND + 9 * SECOND / 10,
                                100,
                                false));
    }

    @Test
    void changesNothingButItsCountsWhenABlockComesAgain() {
        SourceState once = UNSEEN.evolve(block(0), 100);
        SourceState twice = once.evolve(block(0), 200);

        assertThat(twice.ledger().duplicates()).isEqualTo(1);
        assertThat(twice.ledger().arrived()).isEqualTo(once.ledger().arrived());
        assertThat(twice.totals().samples()).isEqualTo(once.totals().samples());
        assertThat(twice.totals().seenNanos()).isEqualTo(200);
        assertThat(twice.fence()).isEqualTo(once.fence());
    }

    @Test
    void knowsTheDeclarationEvenWhenItComesLate() {
        SourceState state = UNSEEN.evolve(block(1), 1);

        assertThat(state.declared()).isEmpty();
        assertThat(state.evolve(block(0), 2).declared().map(Declared::title)).contains("Spa FP1");
    }

    @Test
    void staysEndedWhenHolesAreHealedButNotWhenItGoesOn() {
        SourceState ended = UNSEEN.evolve(block(0), 1).evolve(last(block(2)), 2);

        assertThat(ended.totals().ended()).isTrue();
        assertThat(ended.evolve(block(1), 3).totals().ended()).isTrue();
        assertThat(ended.evolve(block(3), 3).totals().ended()).isFalse();
    }

    @Test
    void hasNotEndedWhenALastBlockIsOvertakenByAHigherNumber() {
        SourceState wentOn = UNSEEN.evolve(block(0), 1).evolve(block(3), 2);

        assertThat(wentOn.evolve(last(block(2)), 3).totals().ended()).isFalse();
    }

    @Test
    void tellsARepeatedBlockFromAReusedNumber() {
        SourceState state = UNSEEN.evolve(block(0), 1).evolve(block(1), 2);

        assertThat(state.isReusedBy(block(0))).isFalse();
        assertThat(state.isReusedBy(block(1))).isFalse();
        assertThat(state.isReusedBy(block(2))).isFalse();
        assertThat(state.isReusedBy(numbered(0, block(2)))).isTrue();
        assertThat(state.isReusedBy(numbered(0, block(100)))).isTrue();
    }

    @Test
    void takesABlockWithoutRowsForARepeat() {
        TelemetryBlock empty =
                with(block(1), layout(), rows(new long[0], new float[0], new float[0]));
        SourceState state = UNSEEN.evolve(empty, 1);

        assertThat(state.isReusedBy(empty)).isFalse();
        assertThat(state.isReusedBy(block(1))).isTrue();
    }

    @Test
    void takesAWithdrawnBlockAsNewWhenItComesAgain() {
        SourceState state = UNSEEN.evolve(block(0), 1).evolve(block(1), 2).withdraw(1);

        assertThat(state.has(1)).isFalse();
        assertThat(new BlockRules(BlockLimits.defaults()).check(block(1), state, START)).isEmpty();
        assertThat(state.evolve(block(1), 3).has(1)).isTrue();
    }
}
