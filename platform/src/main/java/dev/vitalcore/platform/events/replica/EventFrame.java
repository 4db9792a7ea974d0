package dev.vitalcore.platform.events.replica;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.ChainHash;
import dev.vitalcore.platform.events.EventType;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events as bytes, one by one or joined into one message, which an engine then keeps whole or not
 * at all. Big endian:
 *
 * <pre>
 *  joined: 'V' 'E' | format 1   3 bytes
 *  count                        4
 *  then each event, by position
 *    length of what follows     4
 *    position                   8
 *    version in the stream      8
 *    recorded time              8   nanoseconds since the epoch
 *    event time                 8   nanoseconds since the epoch
 *    event id                   16
 *    schema version             4
 *    link of the chain          32
 *    stream, type               4 bytes of length, then UTF-8; so the next four
 *    who, why, correlation, causation
 *    payload                    4 bytes of length, then the bytes
 * </pre>
 */
public final class EventFrame {
    private static final int MAGIC = 0x564501;
    private static final int LINK_BYTES = 32;

    private EventFrame() {}

    public static byte[] encode(RecordedEvent recorded) {
        NewEvent event = recorded.event();
        Origin origin = event.origin();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(recorded.position());
            out.writeLong(recorded.version());
            out.writeLong(recorded.recordedNanos());
            out.writeLong(event.eventNanos());
            out.writeLong(event.id().getMostSignificantBits());
            out.writeLong(event.id().getLeastSignificantBits());
            out.writeInt(event.type().version());
            out.write(recorded.hash().toBytes());
            write(out, recorded.stream().toString());
            write(out, event.type().name());
            write(out, origin.who());
            write(out, origin.why());
            write(out, origin.correlation());
            write(out, origin.causation());
            out.writeInt(event.payload().length);
            out.write(event.payload());
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /** Of events as {@link #encode} wrote them. */
    public static byte[] join(List<byte[]> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(MAGIC >> 16);
            out.writeShort(MAGIC);
            out.writeInt(events.size());
            for (byte[] event : events) {
                out.writeInt(event.length);
                out.write(event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads one event as {@link #encode} wrote it.
     *
     * @throws Fault (unavailable) when it is none
     */
    public static RecordedEvent decodeOne(byte[] encoded) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded))) {
            return event(in);
        } catch (IOException | IllegalArgumentException e) {
            throw foreign(e);
        }
    }

    /**
     * Reads what {@link #join} wrote.
     *
     * @throws Fault (unavailable) when the message is none of an event store
     */
    public static List<RecordedEvent> decode(byte[] message) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(message))) {
            int magic = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int count = in.readInt();
            if (magic != MAGIC || count < 1 || count > message.length) {
                throw foreign(null);
            }
            List<RecordedEvent> events = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                in.readInt();
                events.add(event(in));
            }
            return events;
        } catch (IOException | IllegalArgumentException e) {
            throw foreign(e);
        }
    }

    private static RecordedEvent event(DataInputStream in) throws IOException {
        long position = in.readLong();
        long version = in.readLong();
        long recordedNanos = in.readLong();
        long eventNanos = in.readLong();
        UUID id = new UUID(in.readLong(), in.readLong());
        int schemaVersion = in.readInt();
        ChainHash hash = ChainHash.of(bytes(in, LINK_BYTES));
        StreamName stream = StreamName.parse(text(in));
        EventType type = new EventType(text(in), schemaVersion);
        Origin origin = new Origin(text(in), text(in), text(in), text(in));
        NewEvent event = new NewEvent(id, type, bytes(in, in.readInt()), eventNanos, origin);
        return new RecordedEvent(position, stream, version, event, recordedNanos, hash);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in, in.readInt()), StandardCharsets.UTF_8);
    }

    /** Checks the length before it makes room: it comes from outside. */
    private static byte[] bytes(DataInputStream in, int length) throws IOException {
        if (length < 0 || length > in.available()) {
            throw new IOException("a length of " + length + " where " + in.available() + " follow");
        }
        return in.readNBytes(length);
    }

    private static Fault foreign(@Nullable Exception cause) {
        String text = "a message of the log is no append of this event store";
        String remedy = "give the event store a log that nobody else writes to";
        return cause == null
                ? Fault.unavailable("event-log-foreign", text, remedy)
                : Fault.unavailable("event-log-foreign", text, remedy, cause);
    }
}
