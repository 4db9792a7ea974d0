package dev.vitalcore.edge.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderedRowsTest {
    private final Warnings warnings = new Warnings();

    @Test
    void passesRowsInOrderUnchanged() {
        assertThat(times(10L, 20L, 30L)).containsExactly(10L, 20L, 30L);
        assertThat(warnings.list()).isEmpty();
    }

    @Test
    void dropsTheSecondRowOfOneTime() {
        assertThat(times(10L, 20L, 20L, 20L, 30L)).containsExactly(10L, 20L, 30L);
        assertThat(warnings.list())
                .containsExactly(
                        "row with the time of the row before dropped: 2 times, first at line 3");
    }

    @Test
    void dropsRowsUntilTimeIsAheadAgain() {
        assertThat(times(10L, 20L, 30L, 5L, 6L, 30L, 40L)).containsExactly(10L, 20L, 30L, 40L);
        assertThat(warnings.list())
                .containsExactly(
                        "time runs backwards, row dropped: 2 times, first at line 4",
                        "row with the time of the row before dropped: 1 time, at line 6");
    }

    @Test
    void dropsASingleTimeStampAheadOfItsNeighbours() {
        assertThat(times(10L, 20L, 9_999L, 30L, 40L)).containsExactly(10L, 20L, 30L, 40L);
        assertThat(warnings.list())
                .containsExactly(
                        "single time stamp ahead of its neighbours, row dropped: 1 time, at line 3");
    }

    @Test
    void reportsHoles() {
        long second = 1_000_000_000L;

        assertThat(times(0L, second, 5 * second)).containsExactly(0L, second, 5 * second);
        assertThat(warnings.list())
                .containsExactly("no rows for more than 1.0 s: 1 time, at line 2");
    }

    @Test
    void keepsTheValuesOfTheRowsThatItGives() {
        OrderedRows rows = new OrderedRows(new ListedRows(10L, 10L, 20L), 0, warnings);

        assertThat(rows.advance()).isTrue();
        assertThat(rows.values()).containsExactly(0);
        assertThat(rows.advance()).isTrue();
        assertThat(rows.values()).containsExactly(2);
        assertThat(rows.advance()).isFalse();
    }

    private List<Long> times(Long... times) {
        OrderedRows rows = new OrderedRows(new ListedRows(times), 0, warnings);
        List<Long> given = new ArrayList<>();
        while (rows.advance()) {
            given.add(rows.timeNanos());
        }
        return given;
    }
}
