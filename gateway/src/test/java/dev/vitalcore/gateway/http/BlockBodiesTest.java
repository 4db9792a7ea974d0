package dev.vitalcore.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitalcore.gateway.BodyLimits;
import dev.vitalcore.kernel.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

class BlockBodiesTest {
    private static final int BLOCK_BYTES = 200_000;
    private static final int REQUEST_BYTES = 300_000;

    private final BlockBodies bodies =
            new BlockBodies(new BodyLimits(REQUEST_BYTES, BLOCK_BYTES, REQUEST_BYTES));

    @Test
    void readsBlocksOfAnySize() {
        byte[] small = {1, 2, 3};
        byte[] large = new byte[BLOCK_BYTES - 1];
        large[large.length - 1] = 9;

        List<byte[]> blocks = read(body(small, large));

        assertThat(blocks).containsExactly(small, large);
    }

    @Test
    void refusesAnEmptyBody() {
        assertFault("body-empty", () -> read(new byte[0]));
    }

    @Test
    void refusesATruncatedLength() {
        assertFault("body-truncated", () -> read(new byte[] {0, 0, 1}));
    }

    @Test
    void refusesATruncatedBlockAndNamesThePosition() {
        byte[] whole = body(new byte[] {1, 2, 3}, new byte[100]);
        byte[] cut = Arrays.copyOf(whole, whole.length - 40);

        assertFault("body-truncated", () -> read(cut))
                .withMessageContaining("byte " + cut.length)
                .withMessageContaining("40 bytes are missing");
    }

    @Test
    void believesNoLengthThatIsOutOfRange() {
        assertFault("block-length-unusable", () -> read(new byte[] {0, 0, 0, 0}));
        assertFault("block-length-unusable", () -> read(new byte[] {-1, -1, -1, -1}))
                .withMessageContaining("4294967295");
        assertFault("block-length-unusable", () -> read(body(new byte[BLOCK_BYTES + 1])));
    }

    @Test
    void refusesABodyBeyondTheLimit() {
        byte[] half = new byte[REQUEST_BYTES / 2];

        assertFault("request-too-large", () -> read(body(half, half)));
    }

    @Test
    void tellsTheCallerWhenTheConnectionBreaks() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();

        assertFault("connection-broken", () -> bodies.read(broken, blocks -> blocks));
    }

    @Test
    void boundsTheBodiesInMemoryAndFreesThemAfterwards() {
        byte[] body = body(new byte[BLOCK_BYTES]);

        bodies.read(
                new ByteArrayInputStream(body),
                first -> {
                    assertFault("ingest-busy", () -> read(body));
                    return first;
                });

        assertThat(read(body)).hasSize(1);
    }

    private List<byte[]> read(byte[] body) {
        return bodies.read(new ByteArrayInputStream(body), blocks -> blocks);
    }

    private static byte[] body(byte[]... blocks) {
        int size = 0;
        for (byte[] block : blocks) {
            size += Integer.BYTES + block.length;
        }
        ByteBuffer body = ByteBuffer.allocate(size);
        for (byte[] block : blocks) {
            body.putInt(block.length).put(block);
        }
        return body.array();
    }

    private static ThrowableAssertAlternative<Fault> assertFault(
            String code, ThrowingCallable reading) {
        return assertThatExceptionOfType(Fault.class)
                .isThrownBy(reading)
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
