package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import dev.vitalcore.kernel.Fault;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What comes from outside may be anything: it is a value or a Fault of the user, nothing else. */
class HostileBytesTest {
    private static final long SEED = 20261124;
    private static final int MUTATIONS = 20_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final AvroBlockCodec blocks = new AvroBlockCodec();
    private final AvroTimingEventCodec events = new AvroTimingEventCodec();

    @Test
    void refusesEveryTruncatedBlock() {
        byte[] whole = blocks.encode(Blocks.first());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> blocks.decode(cut)).isInstanceOf(Fault.class);
        }
    }

    @Test
    void survivesMutatedBlocks() {
        byte[] whole = blocks.encode(Blocks.first());

        int refused = mutate(whole, blocks::decode);

        assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS);
    }

    @Test
    void survivesMutatedTimingEvents() {
        int refused = 0;
        for (var event : TimingEvents.oneOfEach()) {
            refused += mutate(events.encode(event), events::decode);
        }

        assertThat(refused).isGreaterThan(MUTATIONS);
    }

    @Test
    void decodesAgainWhatItAcceptedOfMutatedBlocks() {
        byte[] whole = blocks.encode(Blocks.first());
        mutate(
                whole,
                bytes -> {
                    byte[] again = blocks.encode(blocks.decode(bytes));
                    assertThat(blocks.encode(blocks.decode(again))).isEqualTo(again);
                });
    }

    @Test
    void namesThePositionAndTheRemedy() {
        byte[] cut = Arrays.copyOf(blocks.encode(Blocks.first()), 5);

        Throwable refusal = catchThrowable(() -> blocks.decode(cut));

        assertThat(refusal)
                .hasMessage("block is undecodable at byte 2: source needs 7 bytes, 3 are left")
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
                            assertThat(fault.code()).isEqualTo("block-undecodable");
                            assertThat(fault.remedy()).contains("docs/blocks.md");
                        });
    }

    @Test
    void refusesAnUnknownVersion() {
        byte[] bytes = blocks.encode(Blocks.first());
        bytes[0] = 2;

        assertThatThrownBy(() -> blocks.decode(bytes)).hasMessageContaining("format version 2");
    }

    @Test
    void refusesACountBeyondTheLimitBeforeTakingMemory() {
        AvroOutput out = beforeTheRows();
        out.beginArray(2);
        out.beginArray(Integer.MAX_VALUE);

        assertThatThrownBy(() -> blocks.decode(out.toBytes()))
                .hasMessageContaining("times has size 2147483647, the limit is 100000");
    }

    @Test
    void refusesMoreColumnsThanTheGroupHasChannelsBeforeReadingThem() {
        AvroOutput out = beforeTheRows();
        out.beginArray(2);
        out.writeDeltas(new long[0]);
        out.beginArray(3);
        out.writeLong(0);
        out.writeLong(0);
        out.writeLong(0);

        assertThatThrownBy(() -> blocks.decode(out.toBytes()))
                .hasMessageContaining("columns has size 3, the limit is 2");
    }

    /** One item a block: a copy of the whole array for each would take 40 GB. */
    @Test
    void takesMemoryInProportionForTimesInManySmallBlocks() {
        int size = WireLimits.ROWS;
        AvroOutput out = new AvroOutput(3 * size);
        for (int item = 0; item < size; item++) {
            out.writeLong(1);
            out.writeLong(1);
        }
        out.writeLong(0);
        byte[] bytes = out.toBytes();
        AvroInput in = new AvroInput("block", bytes, 0, bytes.length);

        long before = THREADS.getCurrentThreadAllocatedBytes();
        long[] times = in.readDeltas("times", size);
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(times).hasSize(size).endsWith(size - 1, size);
        assertThat(taken).isLessThan(16L * 1024 * 1024);
    }

    @Test
    void refusesALayoutOfTooManyChannelsInManyGroups() {
        AvroOutput layout = new AvroOutput(64);
        layout.beginArray(4_000);
        for (int group = 0; group < 4_000; group++) {
            layout.beginArray(2);
            for (String side : List.of("l", "r")) {
                layout.writeText(side + group);
                layout.writeText("");
                layout.writeText("");
                layout.writeText("");
                layout.writeLong(0);
            }
            layout.endArray();
            layout.writeLong(0);
        }
        layout.endArray();
        byte[] bytes = layout.toBytes();

        assertThatThrownBy(() -> LayoutFormat.read(new AvroInput("block", bytes, 0, bytes.length)))
                .hasMessageContaining("more than 4096 channels");
    }

    /** A block up to its rows. */
    private static AvroOutput beforeTheRows() {
        AvroOutput out = WireVersion.bare("block").begin(64);
        out.writeText("source");
        out.writeText("session/car");
        out.writeLong(0);
        out.writeBoolean(false);
        out.writeBytes(LayoutFormat.write(Blocks.layout()));
        out.writeLong(0);
        return out;
    }

    private static int mutate(byte[] whole, Consumer<byte[]> reader) {
        Random random = new Random(SEED);
        int refused = 0;
        for (int round = 0; round < MUTATIONS; round++) {
            byte[] bytes = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                reader.accept(bytes);
            } catch (Fault fault) {
                assertThat(fault.kind())
                        .as("seed %s round %s", SEED, round)
                        .isEqualTo(Fault.Kind.USER);
                refused++;
            }
        }
        return refused;
    }
}
