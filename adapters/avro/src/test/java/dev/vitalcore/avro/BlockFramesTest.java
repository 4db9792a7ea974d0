package dev.vitalcore.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockFramesTest {
    @Test
    void readsBlocksInTheOrderWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BlockFrames.write(out, new byte[] {1, 2, 3});
        BlockFrames.write(out, new byte[70_000]);

        InputStream in = new ByteArrayInputStream(out.toByteArray());

        assertThat(BlockFrames.next(in)).contains(new byte[] {1, 2, 3});
        assertThat(BlockFrames.next(in)).contains(new byte[70_000]);
        assertThat(BlockFrames.next(in)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 6})
    void refusesAStreamThatEndsWithinAFrame(int length) {
        byte[] cut = Arrays.copyOf(new byte[] {0, 0, 0, 3, 9, 9, 9}, length);

        assertThatThrownBy(() -> BlockFrames.next(new ByteArrayInputStream(cut)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("ends");
    }

    @Test
    void refusesAnAbsurdLengthBeforeTakingMemory() {
        byte[] frame = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};

        assertThatThrownBy(() -> BlockFrames.next(new ByteArrayInputStream(frame)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("4294967295 bytes, the limit is 16777216");
    }
}
