package dev.vitalcore.platform.events.replica;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamHead;
import dev.vitalcore.platform.events.StreamName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * All that the log holds, by position, stream and id. Where the engine can only be read from a
 * place onwards, what has to be found is found here. Its size is bounded, as {@link
 * #BYTES_AN_EVENT} and the payloads count it.
 *
 * <p>Not thread-safe; the store guards it.
 */
public final class LogInMemory {
    /** What an event takes besides payload and reason; measured, see ADR 19. */
    public static final int BYTES_AN_EVENT = 720;

    private final String where;
    private final long limitBytes;
    private final ArrayList<RecordedEvent> all = new ArrayList<>();
    private final TreeMap<String, ArrayList<RecordedEvent>> streams = new TreeMap<>();
    private final Map<UUID, RecordedEvent> byId = new HashMap<>();
    private long bytes;

    /**
     * @param where names the log in messages
     */
    public LogInMemory(String where, long limitBytes) {
        this.where = where;
        this.limitBytes = limitBytes;
    }

    /**
     * Takes what was read. What is here already is passed over: the same message may come twice.
     *
     * @throws Fault (unavailable) when events between are missing, or one that is here was another
     */
    public void takeAll(List<RecordedEvent> read) {
        for (RecordedEvent event : read) {
            if (event.position() <= end()) {
                requireSame(event);
            } else {
                requireNext(event);
                add(event);
            }
        }
    }

    /**
     * @throws Fault (unavailable) when there is no room for so many bytes more
     */
    void requireRoomFor(long more) {
        if (bytes + more > limitBytes) {
            throw full();
        }
    }

    public List<RecordedEvent> read(StreamName stream, long afterVersion, int limit) {
        List<RecordedEvent> events = streams.get(stream.toString());
        return events == null ? List.of() : page(events, afterVersion, limit);
    }

    public List<RecordedEvent> readAll(long afterPosition, int limit) {
        return page(all, afterPosition, limit);
    }

    public Optional<RecordedEvent> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    public long end() {
        return all.size();
    }

    /** Of the last event; 0 where there is none. */
    public long recordedNanos() {
        return all.isEmpty() ? 0 : all.getLast().recordedNanos();
    }

    public StreamHead head(StreamName stream) {
        List<RecordedEvent> events = streams.get(stream.toString());
        return events == null ? StreamHead.empty(stream) : head(events);
    }

    public List<StreamHead> heads(String afterName, int limit) {
        return streams.tailMap(afterName, false).values().stream()
                .limit(limit)
                .map(LogInMemory::head)
                .toList();
    }

    /**
     * What may fail for want of memory comes first and does no harm when it is done again, as
     * {@link #end} does not count the event yet.
     */
    private void add(RecordedEvent event) {
        long size = size(event.event());
        requireRoomFor(size);
        String name = event.stream().toString();
        ArrayList<RecordedEvent> known = streams.get(name);
        ArrayList<RecordedEvent> stream = known == null ? new ArrayList<>() : known;
        stream.ensureCapacity(stream.size() + 1);
        all.ensureCapacity(all.size() + 1);
        byId.put(event.event().id(), event);
        if (known == null) {
            streams.put(name, stream);
        }
        stream.add(event);
        all.add(event);
        bytes += size;
    }

    private void requireNext(RecordedEvent event) {
        if (event.position() != end() + 1) {
            throw Fault.unavailable(
                    "event-log-gap",
                    "%s has position %d after %d: events are missing"
                            .formatted(where, event.position(), end()),
                    "retention must be infinite; restore the log from a copy");
        }
    }

    private void requireSame(RecordedEvent event) {
        RecordedEvent kept = all.get((int) event.position() - 1);
        if (!kept.hash().equals(event.hash())) {
            throw Fault.unavailable(
                    "event-log-two-histories",
                    "%s has position %d twice, with different events"
                            .formatted(where, event.position()),
                    "somebody else writes to the log: audit it");
        }
    }

    private Fault full() {
        return Fault.unavailable(
                "event-store-full",
                "the events of %s would take more than the %d MiB of memory they may"
                        .formatted(where, limitBytes >> 20),
                "raise the memory limit, or move to PostgreSQL, which needs none");
    }

    /** What it takes in memory. */
    static long size(NewEvent event) {
        return BYTES_AN_EVENT + event.payload().length + 2L * event.origin().why().length();
    }

    private static StreamHead head(List<RecordedEvent> events) {
        RecordedEvent last = events.getLast();
        return new StreamHead(last.stream(), last.version(), last.hash());
    }

    private static List<RecordedEvent> page(List<RecordedEvent> events, long after, int limit) {
        int from = (int) Math.min(after, events.size());
        int to =
                (int) Math.min((long) from + Math.min(limit, EventStore.READ_LIMIT), events.size());
        return List.copyOf(events.subList(from, to));
    }
}
