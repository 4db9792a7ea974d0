package dev.vitalcore.edge.format;

import dev.vitalcore.edge.input.RandomContent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The head of a MoTeC log file. The layout is not published; this is the common knowledge of the
 * open readers (gotzl/ldparser), checked on MoTeC's own sample.
 *
 * <pre>
 *   0x000  u32  0x40                     0x09e  64  driver
 *   0x008  u32  first channel            0x0de  64  vehicle
 *   0x024  u32  event block              0x15e  64  venue
 *   0x05e  16   date dd/mm/yyyy          0x624  64  short comment
 *   0x07e  16   time hh:mm[:ss]          event block: 64 name, 64 session
 * </pre>
 *
 * @param started local time of the logger, taken as UTC; 1970-01-01 where the file has none
 */
record LdHeader(
        long firstChannel,
        LocalDateTime started,
        Optional<String> driver,
        Optional<String> vehicle,
        Optional<String> venue,
        Optional<String> title) {
    static final int MAGIC = 0x40;
    static final int LENGTH = 0x6e2;
    private static final int SHORT_TEXT = 16;
    private static final int TEXT = 64;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT);

    static LdHeader read(RandomContent content) {
        ByteBuffer head = content.read(0, LENGTH);
        long event = Integer.toUnsignedLong(head.getInt(0x24));
        return new LdHeader(
                Integer.toUnsignedLong(head.getInt(0x08)),
                started(text(head, 0x5e, SHORT_TEXT), text(head, 0x7e, SHORT_TEXT)),
                stated(text(head, 0x9e, TEXT)),
                stated(text(head, 0xde, TEXT)),
                stated(text(head, 0x15e, TEXT)),
                title(content, event, text(head, 0x624, TEXT)));
    }

    /** Event, session and short comment, as far as they are there. */
    private static Optional<String> title(RandomContent content, long event, String comment) {
        boolean hasEvent = event > 0 && event <= content.size() - 2 * TEXT;
        ByteBuffer block = hasEvent ? content.read(event, 2 * TEXT) : ByteBuffer.allocate(2 * TEXT);
        return stated(
                Stream.of(text(block, 0, TEXT), text(block, TEXT, TEXT), comment)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }

    private static LocalDateTime started(String date, String time) {
        try {
            LocalDateTime started =
                    LocalDateTime.of(LocalDate.parse(date, DATE), LocalTime.parse(time, TIME));
            return Times.isPlausible(started) ? started : LocalDate.EPOCH.atStartOfDay();
        } catch (DateTimeException noDate) {
            return LocalDate.EPOCH.atStartOfDay();
        }
    }

    private static Optional<String> stated(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Text up to its first zero byte. */
    static String text(ByteBuffer bytes, int offset, int length) {
        int end = offset;
        while (end < offset + length && bytes.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - offset];
        bytes.get(offset, text);
        return new String(text, StandardCharsets.ISO_8859_1).strip();
    }
}
