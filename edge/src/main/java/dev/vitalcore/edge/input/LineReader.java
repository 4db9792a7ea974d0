package dev.vitalcore.edge.input;

import dev.vitalcore.kernel.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text lines of a recording with bounded memory. Each line is read as UTF-8, or as Latin-1 where it
 * is no UTF-8: old loggers write Latin-1, and files edited by hand mix both. Ends of line are LF,
 * CRLF or CR. A byte order mark is dropped.
 */
public final class LineReader implements AutoCloseable {
    /** No known format has longer lines; a longer one is no text. */
    static final int LINE_LIMIT = 1 << 20;

    private static final int BUFFER_BYTES = 64 << 10;

    private final RecordingFile file;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int end;
    private byte[] line = new byte[1024];
    private int length;
    private boolean afterReturn;
    private final Deque<String> ahead = new ArrayDeque<>();
    private long number;
    private long stop = Long.MAX_VALUE;
    private long latinLines;
    private long firstLatinLine;
    private long linesFetched;

    LineReader(RecordingFile file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** The next line without its end, or null after the last or where {@link #stopAfter} says. */
    public @Nullable String next() {
        if (number >= stop) {
            return null;
        }
        String text = ahead.isEmpty() ? fetch() : ahead.removeFirst();
        if (text != null) {
            number++;
        }
        return text;
    }

    /** Number of the line that {@link #next} gave last, from 1. */
    public long number() {
        return number;
    }

    /** Up to {@code count} lines that follow, of at most 256 KiB in all; they stay unread. */
    public List<String> peek(int count) {
        int characters = 0;
        for (String known : ahead) {
            characters += known.length();
        }
        while (ahead.size() < count && characters < BUFFER_BYTES * 4) {
            String text = fetch();
            if (text == null) {
                break;
            }
            characters += text.length();
            ahead.addLast(text);
        }
        return ahead.stream().limit(count).toList();
    }

    /** Passes over lines until the next one has the given number; never backwards. */
    public void skipTo(long line) {
        try {
            while (number + 1 < line && (ahead.pollFirst() != null || fetchLine())) {
                number++;
            }
        } catch (IOException problem) {
            throw file.fault(problem);
        }
    }

    /** Lets {@link #next} end after the line with the given number. */
    public void stopAfter(long line) {
        stop = line;
    }

    /** How many lines were no UTF-8 since this was asked last. */
    public long takeLatinLines() {
        long count = latinLines;
        latinLines = 0;
        return count;
    }

    /** Number of the first line that was no UTF-8. */
    public long firstLatinLine() {
        return firstLatinLine;
    }

    public RecordingFile file() {
        return file;
    }

    private @Nullable String fetch() {
        try {
            return fetchLine() ? decode() : null;
        } catch (IOException problem) {
            throw file.fault(problem);
        }
    }

    /** Fills {@link #line}; false at the end of the content. */
    private boolean fetchLine() throws IOException {
        length = 0;
        boolean any = false;
        while (position < end || refill()) {
            if (afterReturn && buffer[position] == '\n') {
                afterReturn = false;
                position++;
                continue;
            }
            afterReturn = false;
            any = true;
            int stop = endOfLine();
            append(stop);
            position = stop;
            if (stop < end) {
                afterReturn = buffer[stop] == '\r';
                position++;
                break;
            }
        }
        linesFetched += any ? 1 : 0;
        return any;
    }

    private boolean refill() throws IOException {
        position = 0;
        end = Math.max(in.read(buffer, 0, buffer.length), 0);
        return end > 0;
    }

    private int endOfLine() {
        int stop = position;
        while (stop < end && buffer[stop] != '\n' && buffer[stop] != '\r') {
            stop++;
        }
        return stop;
    }

    private void append(int stop) {
        int more = stop - position;
        if (length + more > LINE_LIMIT) {
            throw Fault.user(
                    "recording-line-too-long",
                    file.path()
                            + ": line "
                            + (linesFetched + 1)
                            + " is longer than "
                            + LINE_LIMIT
                            + " bytes",
                    "this is no text recording of a known format; check what wrote the file");
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, line.length * 2));
        }
        System.arraycopy(buffer, position, line, length, more);
        length += more;
    }

    private String decode() {
        int from = linesFetched == 1 && startsWithMark() ? 3 : 0;
        if (isAscii()) {
            return new String(line, 0, length, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(line, from, length - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            latinLines++;
            firstLatinLine = firstLatinLine == 0 ? linesFetched : firstLatinLine;
            return new String(line, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    private boolean startsWithMark() {
        return length >= 3
                && line[0] == (byte) 0xef
                && line[1] == (byte) 0xbb
                && line[2] == (byte) 0xbf;
    }

    private boolean isAscii() {
        for (int i = 0; i < length; i++) {
            if (line[i] < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException problem) {
            throw file.fault(problem);
        }
    }
}
