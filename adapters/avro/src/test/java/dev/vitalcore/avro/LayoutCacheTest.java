package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitalcore.contracts.telemetry.ChannelSpec.Precision;
import dev.vitalcore.contracts.telemetry.Layout;
import dev.vitalcore.contracts.telemetry.RateGroup;
import dev.vitalcore.kernel.Unit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayoutCacheTest {
    private final LayoutCache cache = new LayoutCache();

    @Test
    void givesTheSameObjectForEqualBytesWhereverTheyStand() {
        byte[] bytes = LayoutFormat.write(Blocks.layout());
        byte[] shifted = new byte[bytes.length + 3];
        System.arraycopy(bytes, 0, shifted, 3, bytes.length);

        Layout first = cache.layoutAt("block", bytes, 0, bytes.length);
        Layout second = cache.layoutAt("block", shifted, 3, shifted.length);

        assertThat(first).isEqualTo(Blocks.layout());
        assertThat(second).isSameAs(first);
    }

    @Test
    void writesTheSameArrayForTheSameLayout() {
        Layout layout = Blocks.layout();

        assertThat(cache.bytesOf(layout)).isSameAs(cache.bytesOf(layout));
    }

    @Test
    void staysRightWhenForeignLayoutsFillIt() {
        for (int round = 0; round < 60; round++) {
            Layout layout = large(round);
            byte[] bytes = LayoutFormat.write(layout);

            assertThat(cache.layoutAt("block", bytes, 0, bytes.length)).isEqualTo(layout);
            assertThat(cache.bytesOf(layout)).isEqualTo(bytes);
        }
        assertThat(cache.heldBytes()).isLessThanOrEqualTo(16L * 1024 * 1024);
    }

    @Test
    void chargesTheObjectsOfATinyLayoutBesideItsBytes() {
        byte[] none = LayoutFormat.write(new Layout(List.of()));

        cache.layoutAt("block", none, 0, none.length);

        assertThat(cache.heldBytes()).isGreaterThanOrEqualTo(512);
    }

    /** About 900 KB. */
    private static Layout large(int number) {
        return new Layout(
                List.of(
                        new RateGroup(
                                IntStream.range(0, 900)
                                        .mapToObj(i ->
                                                Blocks.channel(
                                                        number + "_" + i + "x".repeat(490),
                                                        Unit.NONE,
                                                        Precision.SINGLE))
                                        .toList(),
                                number)));
    }
}
