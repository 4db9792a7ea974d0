package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.platform.events.AppendResult.Appended;
import dev.vitalcore.platform.events.AppendResult.VersionConflict;
import dev.vitalcore.platform.log.Subscription;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An event store of this process alone, for tests of what stands on the port. It passes the
 * contract as the real ones do.
 */
public final class InMemoryEventStore implements EventStore {
    private final InstantSource clock;
    private final List<RecordedEvent> all = new ArrayList<>();
    private final Map<String, List<RecordedEvent>> streams = new TreeMap<>();
    private final Map<UUID, RecordedEvent> byId = new HashMap<>();
    private final Appends appends = new Appends();

    public InMemoryEventStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public AppendResult append(StreamName stream, Expected expected, List<NewEvent> events) {
        AppendRules.requireAppendable(events);
        AppendResult result = keep(stream, expected, events);
        appends.happened();
        return result;
    }

    private synchronized AppendResult keep(
            StreamName stream, Expected expected, List<NewEvent> events) {
        Optional<Appended> repeated = AppendRules.repeated(stream, events, known(events));
        if (repeated.isPresent()) {
            return repeated.get();
        }
        StreamHead head = head(stream);
        if (!expected.allows(head.version())) {
            return new VersionConflict(stream, expected, head.version());
        }
        List<RecordedEvent> kept =
                streams.computeIfAbsent(stream.toString(), s -> new ArrayList<>());
        for (NewEvent event : events) {
            head = keep(head, event, kept);
        }
        return new Appended(all.size(), head.version(), false);
    }

    private Map<UUID, RecordedEvent> known(List<NewEvent> events) {
        Map<UUID, RecordedEvent> known = new HashMap<>();
        events.forEach(event -> find(event.id()).ifPresent(kept -> known.put(event.id(), kept)));
        return known;
    }

    private StreamHead keep(StreamHead head, NewEvent event, List<RecordedEvent> kept) {
        long position = all.size() + 1L;
        long version = head.version() + 1;
        long now = EpochNanos.of(clock.instant());
        long recorded = all.isEmpty() ? now : Math.max(now, all.getLast().recordedNanos());
        ChainHash hash = head.hash().next(position, version, recorded, event);
        RecordedEvent recordedEvent =
                new RecordedEvent(position, head.stream(), version, event, recorded, hash);
        all.add(recordedEvent);
        kept.add(recordedEvent);
        byId.put(event.id(), recordedEvent);
        return new StreamHead(head.stream(), version, hash);
    }

    @Override
    public synchronized List<RecordedEvent> read(StreamName stream, long afterVersion, int limit) {
        return page(streams.getOrDefault(stream.toString(), List.of()), afterVersion, limit);
    }

    @Override
    public synchronized List<RecordedEvent> readAll(long afterPosition, int limit) {
        return page(all, afterPosition, limit);
    }

    @Override
    public synchronized Optional<RecordedEvent> find(UUID eventId) {
        return Optional.ofNullable(byId.get(eventId));
    }

    @Override
    public synchronized long end() {
        return all.size();
    }

    @Override
    public synchronized StreamHead head(StreamName stream) {
        List<RecordedEvent> kept = streams.getOrDefault(stream.toString(), List.of());
        return kept.isEmpty()
                ? StreamHead.empty(stream)
                : new StreamHead(stream, kept.size(), kept.getLast().hash());
    }

    @Override
    public synchronized List<StreamHead> heads(String afterName, int limit) {
        return streams.keySet().stream()
                .filter(name -> name.compareTo(afterName) > 0)
                .limit(limit)
                .map(name -> head(StreamName.parse(name)))
                .toList();
    }

    @Override
    public Subscription subscribe(long afterPosition, Handler handler) {
        return StoreSubscription.start(this, appends, afterPosition, handler);
    }

    @Override
    public void close() {
        appends.end();
    }

    private static List<RecordedEvent> page(List<RecordedEvent> events, long after, int limit) {
        int from = (int) Math.min(after, events.size());
        int to = (int) Math.min((long) from + Math.min(limit, READ_LIMIT), events.size());
        return List.copyOf(events.subList(from, to));
    }
}
