package dev.vitalcore.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.telemetry.domain.LedgerEvent.BlockArrived;
import dev.vitalcore.telemetry.domain.LedgerEvent.BlockDuplicated;
import dev.vitalcore.telemetry.domain.LedgerEvent.BlockHealed;
import dev.vitalcore.telemetry.domain.LedgerEvent.BlockRefused;
import dev.vitalcore.telemetry.domain.LedgerEvent.BlockWithdrawn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {
    @Test
    void hasWhatWasSkippedAsMissing() {
        Ledger ledger = arrive(Ledger.EMPTY, 0, 1, 5);

        assertThat(ledger.missing()).hasToString("2-4");
        assertThat(ledger.healed().isEmpty()).isTrue();
    }

    @Test
    void hasTheBeginningAsMissingWhenTheFirstBlockIsNotNumberZero() {
        assertThat(arrive(Ledger.EMPTY, 3).missing()).hasToString("0-2");
    }

    @Test
    void healsWhatComesLater() {
        Ledger ledger = arrive(Ledger.EMPTY, 0, 4);

        assertThat(ledger.decide(2)).isEqualTo(new BlockHealed(2));
        assertThat(arrive(ledger, 2).missing()).hasToString("1,3");
        assertThat(arrive(ledger, 2).healed()).hasToString("2");
    }

    @Test
    void tellsADuplicateFromANewBlock() {
        Ledger ledger = arrive(Ledger.EMPTY, 0, 1);

        assertThat(ledger.decide(1)).isEqualTo(new BlockDuplicated(1));
        assertThat(ledger.decide(2)).isEqualTo(new BlockArrived(2));
        assertThat(arrive(ledger, 1, 1).duplicates()).isEqualTo(2);
        assertThat(arrive(ledger, 1).arrived()).isEqualTo(ledger.arrived());
    }

    @Test
    void countsRefusedBlocksWithoutTakingTheirNumber() {
        Ledger ledger = arrive(Ledger.EMPTY, 0).evolve(new BlockRefused());

        assertThat(ledger.refused()).isEqualTo(1);
        assertThat(ledger.decide(1)).isEqualTo(new BlockArrived(1));
    }

    @Test
    void forgetsAWithdrawnBlockWhollyWhetherItArrivedOrHealed() {
        Ledger ledger = arrive(Ledger.EMPTY, 0, 2);

        assertThat(arrive(ledger, 3).evolve(new BlockWithdrawn(3))).isEqualTo(ledger);
        assertThat(arrive(ledger, 1).evolve(new BlockWithdrawn(1))).isEqualTo(ledger);
    }

    @Test
    void warnsOfAHoleBeyondTheMostItRemembers() {
        Ledger ledger = Ledger.EMPTY;
        for (int hole = 0; hole < Ledger.MOST_HOLES; hole++) {
            assertThat(ledger.opensOneHoleTooMany(2L * hole)).isFalse();
            ledger = arrive(ledger, 2L * hole);
        }
        long highest = ledger.arrived().highest();

        assertThat(ledger.opensOneHoleTooMany(highest + 2)).isTrue();
        assertThat(ledger.opensOneHoleTooMany(highest + 1)).isFalse();
        assertThat(ledger.opensOneHoleTooMany(highest - 1)).isFalse();
    }

    @Test
    void keepsABoundedNumberOfHealedRanges() {
        Ledger ledger = Ledger.EMPTY;
        for (long number = 0; number < 4L * Ledger.MOST_HEALED_RANGES; number += 2) {
            ledger = arrive(ledger, number + 1, number);
        }

        assertThat(ledger.healed().rangeCount()).isEqualTo(Ledger.MOST_HEALED_RANGES);
        assertThat(ledger.healed().contains(0)).isTrue();
        assertThat(ledger.missing().isEmpty()).isTrue();
    }

    /** Whatever order blocks come in, however often, and whichever are lost for good. */
    @Test
    void accountsForEveryNumberInAnyOrderOfArrival() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Long> arrivals = arrivals(random);
            Ledger ledger = Ledger.EMPTY;
            for (long number : arrivals) {
                ledger = arrive(ledger, number);
            }

            Set<Long> distinct = new HashSet<>(arrivals);
            long highest = Collections.max(arrivals);
            String why = "seed " + seed;
            assertThat(ledger.arrived().size()).as(why).isEqualTo(distinct.size());
            assertThat(ledger.missing().size()).as(why).isEqualTo(highest + 1 - distinct.size());
            assertThat(ledger.duplicates()).as(why).isEqualTo(arrivals.size() - distinct.size());
            for (long number = 0; number <= highest; number++) {
                assertThat(ledger.arrived().contains(number))
                        .as(why)
                        .isEqualTo(distinct.contains(number))
                        .isNotEqualTo(ledger.missing().contains(number));
            }
            assertThat(healedOf(arrivals)).as(why).isEqualTo(ledger.healed());
        }
    }

    private static List<Long> arrivals(Random random) {
        List<Long> arrivals = new ArrayList<>();
        int blocks = 1 + random.nextInt(200);
        for (long number = 0; number < blocks; number++) {
            int copies = random.nextInt(10) == 0 ? random.nextInt(3) : 1;
            arrivals.addAll(Collections.nCopies(copies, number));
        }
        arrivals.add(0L);
        // Blocks overtake each other, but not without limit.
        for (int swap = 0; swap < arrivals.size() / 4; swap++) {
            int from = random.nextInt(arrivals.size());
            Collections.swap(arrivals, from, Math.max(0, from - random.nextInt(10)));
        }
        return arrivals;
    }

    /** By definition: came for the first time after a higher number. */
    private static SequenceRanges healedOf(List<Long> arrivals) {
        SequenceRanges healed = SequenceRanges.NONE;
        Set<Long> seen = new HashSet<>();
        long highest = -1;
        for (long number : arrivals) {
            if (seen.add(number) && number < highest) {
                healed = healed.plus(number);
            }
            highest = Math.max(highest, number);
        }
        return healed;
    }

    private static Ledger arrive(Ledger ledger, long... numbers) {
        Ledger after = ledger;
        for (long number : numbers) {
            after = after.evolve(after.decide(number));
        }
        return after;
    }
}
