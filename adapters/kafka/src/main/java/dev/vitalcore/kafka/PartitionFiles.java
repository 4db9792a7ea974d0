package dev.vitalcore.kafka;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.LogRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.record.FileLogInputStream.FileChannelRecordBatch;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.Record;
import org.jspecify.annotations.Nullable;

/**
 * The records of one partition from its segments, in order. A batch that ends beyond the end of the
 * last file was never whole and is left out, as a broker leaves it out.
 */
final class PartitionFiles implements Iterator<LogRecord>, AutoCloseable {
    private static final Pattern SEGMENT = Pattern.compile("\\d{20}\\.log");
    private static final byte[] ABSENT = {};

    private final String topic;
    private final int partition;
    private final Path folder;
    private final Deque<Path> segments;
    private @Nullable FileRecords segment;
    private Iterator<FileChannelRecordBatch> batches = Collections.emptyIterator();
    private Iterator<Record> records = Collections.emptyIterator();
    private @Nullable LogRecord next;

    PartitionFiles(String topic, int partition, Path folder) {
        this.topic = topic;
        this.partition = partition;
        this.folder = folder;
        try (Stream<Path> files = Files.list(folder)) {
            segments =
                    new ArrayDeque<>(
                            files.filter(file ->
                                            SEGMENT.matcher(file.getFileName().toString())
                                                    .matches())
                                    .sorted()
                                    .toList());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && advance()) {
                if (records.hasNext()) {
                    next = read(records.next());
                }
            }
        } catch (IOException | KafkaException e) {
            throw unreadable(e);
        }
        return next != null;
    }

    /** The one that comes next; only where there is one. */
    LogRecord peek() {
        return Objects.requireNonNull(next, "asked for without hasNext()");
    }

    @Override
    public LogRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException(folder + " has no more records");
        }
        LogRecord taken = peek();
        next = null;
        return taken;
    }

    @Override
    public void close() {
        FileRecords open = segment;
        segment = null;
        if (open != null) {
            try {
                open.closeHandlers();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
    }

    /** Sees to it that {@code records} or {@code batches} goes on; false at the end of all. */
    private boolean advance() throws IOException {
        if (records.hasNext()) {
            return true;
        }
        if (batches.hasNext()) {
            FileChannelRecordBatch batch = batches.next();
            batch.ensureValid();
            records = batch.isControlBatch() ? Collections.emptyIterator() : batch.iterator();
            return true;
        }
        close();
        Path file = segments.poll();
        if (file == null) {
            return false;
        }
        FileRecords opened = FileRecords.open(file.toFile(), false);
        segment = opened;
        batches = opened.batches().iterator();
        return true;
    }

    private LogRecord read(Record record) {
        return new LogRecord(
                topic,
                partition,
                record.offset(),
                new String(bytes(record.key()), StandardCharsets.UTF_8),
                bytes(record.value()),
                record.timestamp() * EpochNanos.PER_MILLI);
    }

    private static byte[] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return ABSENT;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private Fault unreadable(Exception e) {
        return Fault.unavailable(
                "log-files-unreadable",
                "the log in " + folder + " cannot be read: " + e,
                "see that it can be read and is whole; no broker may run on it",
                e);
    }
}
