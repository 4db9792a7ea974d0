package dev.vitalcore.edge.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.contracts.telemetry.ChannelSpec;
import dev.vitalcore.contracts.telemetry.Column;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.contracts.telemetry.SourceDeclaration;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.edge.Samples;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockCutterTest {
    private static final SourceDeclaration DECLARATION =
            new SourceDeclaration(
                    "test",
                    "title",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of());

    @Test
    void cutsOnMultiplesOfTheLengthSinceTheFirstSample() {
        List<TelemetryBlock> blocks = cut(100, rows("a", 1005L, 1104L, 1105L, 1204L, 1205L));

        assertThat(blocks)
                .extracting(TelemetryBlock::firstNanos)
                .containsExactly(1005L, 1105L, 1205L);
        assertThat(blocks)
                .extracting(TelemetryBlock::lastNanos)
                .containsExactly(1104L, 1204L, 1205L);
    }

    @Test
    void numbersBlocksWithoutHolesWhereThereAreNoRows() {
        List<TelemetryBlock> blocks = cut(100, rows("a", 0L, 10L, 950L));

        assertThat(blocks).extracting(TelemetryBlock::sequence).containsExactly(0L, 1L);
        assertThat(blocks).extracting(TelemetryBlock::last).containsExactly(false, true);
        assertThat(blocks.getFirst().declaration()).contains(DECLARATION);
        assertThat(blocks.getLast().declaration()).isEmpty();
    }

    @Test
    void putsAllRateGroupsOfATimeIntoOneBlock() {
        List<TelemetryBlock> blocks =
                cut(100, rows("fast", 0L, 50L, 100L, 150L), rows("slow", 0L, 100L));

        assertThat(blocks).hasSize(2);
        assertThat(blocks).allSatisfy(block -> assertThat(block.rows().get(0).size()).isEqualTo(2));
        assertThat(blocks).allSatisfy(block -> assertThat(block.rows().get(1).size()).isEqualTo(1));
    }

    @Test
    void splitsABlockThatWouldFillTooMuchMemory() {
        Long[] times = new Long[(1 << 19) + 3];
        for (int i = 0; i < times.length; i++) {
            times[i] = (long) i;
        }

        List<TelemetryBlock> blocks = cut(Long.MAX_VALUE, rows("a", times));

        assertThat(blocks)
                .extracting(block -> block.rows().getFirst().size())
                .containsExactly(1 << 19, 3);
    }

    @Test
    void givesTheRowsBeforeDamageAndThenTheDamage() {
        Fault damage = Fault.user("recording-damaged", "cut off", "copy again");
        BlockCutter blocks = cutter(100, new Group("a", new DamagedRows(damage)));

        assertThat(blocks.next().rows().getFirst().times()).containsExactly(0L, 1L);
        assertThat(blocks.hasNext()).isTrue();
        assertThatThrownBy(blocks::next).isSameAs(damage);
    }

    @Test
    void carriesValuesInThePrecisionOfTheirChannel() {
        TelemetryBlock block = cut(100, rows("a", 0L)).getFirst();

        assertThat(block.rows().getFirst().columns().getFirst()).isInstanceOf(Column.Singles.class);
    }

    private record Group(String name, RowSource rows) {
        List<ChannelSpec> channels() {
            return List.of(
                    new ChannelSpec(name, name, Unit.NONE, "", ChannelSpec.Precision.SINGLE));
        }
    }

    private static Group rows(String name, Long... times) {
        return new Group(name, new ListedRows(times));
    }

    private static List<TelemetryBlock> cut(long blockNanos, Group... groups) {
        List<TelemetryBlock> blocks = new ArrayList<>();
        cutter(blockNanos, groups).forEachRemaining(blocks::add);
        return blocks;
    }

    private static BlockCutter cutter(long blockNanos, Group... groups) {
        Layout layout =
                new Layout(
                        List.of(groups).stream()
                                .map(group -> new RateGroup(group.channels(), 0))
                                .toList());
        List<TableCursor> cursors =
                List.of(groups).stream()
                        .map(group -> new TableCursor(group.rows(), group.channels()))
                        .toList();
        return new BlockCutter(
                Samples.SOURCE, Samples.ENTRY, layout, DECLARATION, cursors, blockNanos);
    }

    /** Two rows, then the file turns out to be damaged. */
    private static final class DamagedRows implements RowSource {
        private final Fault damage;
        private int row = -1;

        DamagedRows(Fault damage) {
            this.damage = damage;
        }

        @Override
        public boolean advance() {
            if (++row > 1) {
                throw damage;
            }
            return true;
        }

        @Override
        public long timeNanos() {
            return row;
        }

        @Override
        public double[] values() {
            return new double[] {row};
        }

        @Override
        public String position() {
            return "line " + row;
        }
    }
}
