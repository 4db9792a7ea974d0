package dev.vitalcore.kafka;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.log.LogRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the log from the files of a broker that does not run, and changes nothing there. Memory is
 * that of one batch of each partition.
 */
public final class LogFiles {
    private static final Pattern PARTITION = Pattern.compile("(.+)-(\\d+)");

    private final Path data;

    private LogFiles(Path data) {
        this.data = data;
    }

    /**
     * @param directory that of {@link EmbeddedKafkaSettings}
     */
    public static LogFiles in(Path directory) {
        return new LogFiles(directory.resolve("data"));
    }

    /**
     * Hands over all records of a topic in the order in which the log took them: by recorded time,
     * of one time by partition; within a partition by offset, whatever the times are.
     *
     * @return the offset after the last record of each partition that has any
     * @throws Fault (unavailable) where a file cannot be read or is damaged
     */
    public Map<Integer, Long> read(String topic, Consumer<LogRecord> reader) {
        Map<Integer, Long> ends = new TreeMap<>();
        List<PartitionFiles> open = new ArrayList<>();
        try {
            PriorityQueue<PartitionFiles> next =
                    new PriorityQueue<>(
                            Comparator.comparingLong(
                                            (PartitionFiles one) -> one.peek().recordedNanos())
                                    .thenComparingInt(one -> one.peek().partition()));
            for (Map.Entry<Integer, Path> folder : partitions(topic).entrySet()) {
                PartitionFiles partition =
                        new PartitionFiles(topic, folder.getKey(), folder.getValue());
                open.add(partition);
                if (partition.hasNext()) {
                    next.add(partition);
                }
            }
            while (!next.isEmpty()) {
                PartitionFiles partition = next.remove();
                LogRecord record = partition.next();
                ends.put(record.partition(), record.offset() + 1);
                reader.accept(record);
                if (partition.hasNext()) {
                    next.add(partition);
                }
            }
        } finally {
            open.forEach(PartitionFiles::close);
        }
        return ends;
    }

    private Map<Integer, Path> partitions(String topic) {
        Map<Integer, Path> folders = new TreeMap<>();
        try (Stream<Path> children = Files.list(data)) {
            for (Path child : children.toList()) {
                Matcher name = PARTITION.matcher(child.getFileName().toString());
                if (name.matches() && name.group(1).equals(topic) && Files.isDirectory(child)) {
                    folders.put(Integer.parseInt(name.group(2)), child);
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw Fault.unavailable(
                    "log-files-unreadable",
                    "the log in " + data + " cannot be read: " + e,
                    "name a data directory in which a platform has run, and see that it can be read",
                    e);
        }
        return folders;
    }
}
