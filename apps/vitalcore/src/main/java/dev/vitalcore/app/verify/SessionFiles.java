package dev.vitalcore.app.verify;

import dev.vitalcore.avro.AvroBlockCodec;
import dev.vitalcore.avro.LogSchemas;
import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.kafka.LogFiles;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.racecontrol.application.Sessions;
import dev.vitalcore.registry.EmbeddedSchemaRegistry;
import dev.vitalcore.sql.events.SqlEventStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A session as it stands in the files of a platform that has stopped: its blocks and timing events
 * on the log, its decisions, and the databases with what was made of them. Changes nothing there.
 */
final class SessionFiles implements AutoCloseable {
    private static final int PAGE = 1_000;

    private final SessionId session;
    private final LogFiles log;
    private final DatabaseCopies copies;
    private final SqlEventStore events;
    private final LogSchemas schemas;

    private SessionFiles(SessionId session, Path directory) {
        this.session = session;
        this.log = LogFiles.in(directory.resolve("kafka"));
        this.copies = DatabaseCopies.of(directory);
        try {
            this.events = new SqlEventStore(copies.decisions(), InstantSource.system());
            this.schemas = LogSchemas.registerIn(EmbeddedSchemaRegistry.in(copies.decisions()));
        } catch (RuntimeException failed) {
            copies.close();
            throw failed;
        }
    }

    static SessionFiles open(SessionId session, Path directory) {
        return new SessionFiles(session, directory);
    }

    SessionId session() {
        return session;
    }

    Database views() {
        return copies.views();
    }

    EventStore events() {
        return events;
    }

    LogSchemas schemas() {
        return schemas;
    }

    /** The events of the session's stream. */
    List<RecordedEvent> decisions() {
        List<RecordedEvent> decisions = new ArrayList<>();
        List<RecordedEvent> page;
        do {
            page = events.read(Sessions.stream(session), decisions.size(), PAGE);
            decisions.addAll(page);
        } while (page.size() == PAGE);
        return decisions;
    }

    /**
     * Hands over the session's blocks in the order in which the log took them, each with its key.
     * What stands there and is no block of the entry is passed over, as timing does.
     */
    void blocks(BiConsumer<String, TelemetryBlock> reader) {
        AvroBlockCodec codec = schemas.blocks();
        log.read(
                Topics.BLOCKS,
                record -> {
                    if (isOurs(record)) {
                        decoded(codec, record).stream()
                                .filter(block -> block.entry().toString().equals(record.key()))
                                .forEach(block -> reader.accept(record.key(), block));
                    }
                });
    }

    /** Reads all blocks. */
    BlockDigests blockDigests() {
        BlockDigests digests = new BlockDigests();
        blocks(digests::add);
        return digests;
    }

    /**
     * What timing stated of each entry, every revision in its order. After the end of a process
     * events are stated again; only the first time counts.
     *
     * @param ends is told up to where the topic was read
     */
    Part timingEvents(Map<Integer, Long> ends) {
        Codec<TimingEvent> codec = schemas.timingEvents();
        Map<String, List<Line>> byEntry = new TreeMap<>();
        Set<Line> seen = new HashSet<>();
        ends.putAll(
                log.read(
                        Topics.TIMING_EVENTS,
                        record -> {
                            if (!isOurs(record)) {
                                return;
                            }
                            for (TimingEvent event : decoded(codec, record)) {
                                Line line = new Line(event.eventId(), event.toString());
                                if (seen.add(line)) {
                                    byEntry.computeIfAbsent(record.key(), any -> new ArrayList<>())
                                            .add(line);
                                }
                            }
                        }));
        return part("timing events", byEntry);
    }

    @Override
    public void close() {
        events.close();
        copies.close();
    }

    private boolean isOurs(LogRecord record) {
        return record.key().startsWith(session + "/");
    }

    private static <T> List<T> decoded(Codec<T> codec, LogRecord record) {
        try {
            return List.of(codec.decode(record.value()));
        } catch (Fault undecodable) {
            if (undecodable.kind() == Fault.Kind.UNAVAILABLE) {
                throw undecodable;
            }
            return List.of();
        }
    }

    private static Part part(String name, Map<String, List<Line>> byEntry) {
        return new Part(name, byEntry.values().stream().flatMap(List::stream).toList());
    }

    /** In the order of their keys; for parts that have none of their own. */
    static Part sorted(String name, List<Line> lines) {
        return new Part(
                name,
                lines.stream()
                        .sorted(Comparator.comparing(Line::key).thenComparing(Line::text))
                        .toList());
    }
}
