package dev.vitalcore.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SequenceRangesTest {
    @Test
    void joinsRangesThatTouch() {
        SequenceRanges ranges = SequenceRanges.NONE.plus(0).plus(2).plus(1);

        assertThat(ranges).hasToString("0-2");
        assertThat(ranges.rangeCount()).isEqualTo(1);
    }

    @Test
    void tellsItsHolesFromZeroOn() {
        assertThat(SequenceRanges.parse("3-4,7").holes()).hasToString("0-2,5-6");
        assertThat(SequenceRanges.parse("0-9").holes().isEmpty()).isTrue();
        assertThat(SequenceRanges.NONE.holes().isEmpty()).isTrue();
    }

    @Test
    void splitsARangeWhenANumberIsTakenOut() {
        assertThat(SequenceRanges.parse("0-9").minus(4)).hasToString("0-3,5-9");
        assertThat(SequenceRanges.parse("0-9").minus(0)).hasToString("1-9");
        assertThat(SequenceRanges.parse("0-9").minus(9)).hasToString("0-8");
        assertThat(SequenceRanges.parse("0-3,5").minus(5)).hasToString("0-3");
        assertThat(SequenceRanges.parse("0-3").minus(7)).hasToString("0-3");
    }

    @Test
    void isCutOffAboveANumber() {
        SequenceRanges ranges = SequenceRanges.parse("0-3,5,7-9");

        assertThat(ranges.upTo(9)).isEqualTo(ranges);
        assertThat(ranges.upTo(8)).hasToString("0-3,5,7-8");
        assertThat(ranges.upTo(6)).hasToString("0-3,5");
        assertThat(ranges.upTo(5)).hasToString("0-3,5");
        assertThat(ranges.upTo(0)).hasToString("0");
        assertThat(ranges.upTo(-1)).isEqualTo(SequenceRanges.NONE);
    }

    @Test
    void coarsensTheLowestRangesFirst() {
        SequenceRanges ranges = SequenceRanges.parse("0,2,4,6,8-9");

        assertThat(ranges.coarsenedTo(2)).hasToString("0-6,8-9");
        assertThat(ranges.coarsenedTo(5)).isSameAs(ranges);
    }

    @Test
    void holdsTheLargestNumber() {
        SequenceRanges ranges = SequenceRanges.NONE.plus(Long.MAX_VALUE).plus(Long.MAX_VALUE - 1);

        assertThat(ranges.contains(Long.MAX_VALUE)).isTrue();
        assertThat(ranges.highest()).isEqualTo(Long.MAX_VALUE);
        assertThat(ranges.holes()).hasToString("0-" + (Long.MAX_VALUE - 2));
    }

    @Test
    void refusesRangesThatDoNotAscend() {
        assertThatIllegalArgumentException().isThrownBy(() -> SequenceRanges.parse("5-9,7"));
        assertThatIllegalArgumentException().isThrownBy(() -> SequenceRanges.parse("0-4,5"));
        assertThatIllegalArgumentException().isThrownBy(() -> SequenceRanges.parse("9-5"));
        assertThatIllegalArgumentException().isThrownBy(() -> SequenceRanges.parse("a-b"));
    }

    @Test
    void behavesAsASetOfNumbersWhateverIsDoneToIt() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            TreeSet<Long> model = new TreeSet<>();
            SequenceRanges ranges = SequenceRanges.NONE;
            for (int step = 0; step < 100; step++) {
                long number = random.nextInt(40);
                if (random.nextInt(3) == 0) {
                    model.remove(number);
                    ranges = ranges.minus(number);
                } else {
                    model.add(number);
                    ranges = ranges.plus(number);
                }
            }
            assertSame(ranges, model);
        }
    }

    private static void assertSame(SequenceRanges ranges, SortedSet<Long> model) {
        SequenceRanges holes = ranges.holes();
        for (long number = 0; number < 42; number++) {
            boolean present = model.contains(number);
            assertThat(ranges.contains(number)).isEqualTo(present);
            assertThat(holes.contains(number))
                    .isEqualTo(!present && !model.isEmpty() && number < model.last());
        }
        assertThat(ranges.size()).isEqualTo(model.size());
        assertThat(ranges.highest()).isEqualTo(model.isEmpty() ? -1 : model.last());
        assertThat(SequenceRanges.parse(ranges.toString())).isEqualTo(ranges);
        assertThat(ranges.toList()).hasSize(ranges.rangeCount());
    }
}
