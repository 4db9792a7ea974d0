package dev.vitalcore.edge.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitalcore.kernel.Fault;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private static final RecordingFile FILE =
            new RecordingFile(Path.of("x.csv"), false, new byte[0]);

    @Test
    void endsLinesAtLineFeedReturnOrBoth() {
        assertThat(all(reader("a\nb\r\nc\rd\n\ne".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("a", "b", "c", "d", "", "e");
    }

    @Test
    void readsEachLineAsUtf8OrElseAsLatin1() {
        byte[] mixed =
                concat(
                        "°C\n".getBytes(StandardCharsets.UTF_8),
                        "°C\n".getBytes(StandardCharsets.ISO_8859_1));
        LineReader lines = reader(mixed);

        assertThat(all(lines)).containsExactly("°C", "°C");
        assertThat(lines.takeLatinLines()).isEqualTo(1);
        assertThat(lines.firstLatinLine()).isEqualTo(2);
    }

    @Test
    void dropsTheByteOrderMark() {
        assertThat(all(reader("\uFEFFtime,speed\n1,2".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("time,speed", "1,2");
    }

    @Test
    void leavesPeekedLinesUnread() {
        LineReader lines = reader("a\nb\nc\nd".getBytes(StandardCharsets.UTF_8));
        lines.next();

        assertThat(lines.peek(2)).containsExactly("b", "c");
        assertThat(lines.number()).isEqualTo(1);
        assertThat(all(lines)).containsExactly("b", "c", "d");
    }

    @Test
    void readsAStretchOfLines() {
        LineReader lines = reader("a\nb\nc\nd\ne".getBytes(StandardCharsets.UTF_8));
        lines.skipTo(3);
        lines.stopAfter(4);

        assertThat(all(lines)).containsExactly("c", "d");
    }

    @Test
    void refusesALineOfTwoGigabytesEarly() {
        Endless letters = new Endless(2L << 30);
        LineReader lines = new LineReader(FILE, letters);

        assertThatThrownBy(lines::next)
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo("recording-line-too-long");
                            assertThat(fault.kind()).isEqualTo(Fault.Kind.USER);
                            assertThat(fault.text()).contains("line 1");
                        });
        assertThat(letters.given).isLessThan(2L * LineReader.LINE_LIMIT);
    }

    private static LineReader reader(byte[] content) {
        return new LineReader(FILE, new ByteArrayInputStream(content));
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static List<String> all(LineReader lines) {
        List<String> all = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    /** A single line as long as one likes. */
    private static final class Endless extends InputStream {
        private final long length;
        private long given;

        Endless(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            return given++ < length ? 'a' : -1;
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            if (given >= length) {
                return -1;
            }
            Arrays.fill(target, offset, offset + count, (byte) 'a');
            given += count;
            return count;
        }
    }
}
