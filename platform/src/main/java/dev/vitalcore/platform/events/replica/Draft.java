package dev.vitalcore.platform.events.replica;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.Append;
import dev.vitalcore.platform.events.AppendResult;
import dev.vitalcore.platform.events.AppendResult.Appended;
import dev.vitalcore.platform.events.AppendResult.VersionConflict;
import dev.vitalcore.platform.events.AppendRules;
import dev.vitalcore.platform.events.ChainHash;
import dev.vitalcore.platform.events.GroupCommit.Outcome;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamHead;
import dev.vitalcore.platform.events.StreamName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is to be appended to the log next, together: appends that are decided one after the other,
 * each by the log and by those before it. Nobody sees it before the engine has kept it. Not
 * thread-safe.
 */
public final class Draft {
    private static final int HEAD_BYTES = 7;

    private final LogInMemory log;
    private final long recordedNanos;
    private final int limitBytes;
    private final List<RecordedEvent> events = new ArrayList<>();
    private final List<byte[]> encoded = new ArrayList<>();
    private final Map<StreamName, StreamHead> heads = new HashMap<>();
    private final Map<UUID, RecordedEvent> byId = new HashMap<>();
    private int bytes = HEAD_BYTES;

    /** What the events will take in memory. */
    private long drafted;

    /**
     * @param limitBytes the largest message of the engine
     */
    public Draft(LogInMemory log, long nowNanos, int limitBytes) {
        this.log = log;
        this.recordedNanos = Math.max(nowNanos, log.recordedNanos());
        this.limitBytes = limitBytes;
    }

    /**
     * Decides about as many of the appends as the message has room for, at least one. A Fault of
     * one (an id that stands for something else, too large an append) is its own alone.
     *
     * @return for the first of them, in order
     */
    public List<Outcome<AppendResult>> addAll(List<Append> requests) {
        List<Outcome<AppendResult>> outcomes = new ArrayList<>();
        for (Append request : requests) {
            Optional<Outcome<AppendResult>> outcome = outcome(request);
            if (outcome.isEmpty()) {
                break;
            }
            outcomes.add(outcome.get());
        }
        return outcomes;
    }

    /** As they will be recorded, by position. */
    public List<RecordedEvent> events() {
        return events;
    }

    /** The events joined. */
    public byte[] message() {
        return EventFrame.join(encoded);
    }

    private Optional<Outcome<AppendResult>> outcome(Append request) {
        try {
            return add(request).map(Outcome::of);
        } catch (Fault refused) {
            return Optional.of(Outcome.failed(refused));
        }
    }

    /** Empty when the message has no room left for it. */
    private Optional<AppendResult> add(Append request) {
        Optional<Appended> repeated =
                AppendRules.repeated(request.stream(), request.events(), known(request.events()));
        if (repeated.isPresent()) {
            return Optional.of(repeated.get());
        }
        StreamHead head = head(request.stream());
        if (!request.expected().allows(head.version())) {
            return Optional.of(
                    new VersionConflict(request.stream(), request.expected(), head.version()));
        }
        long room = room(request.events());
        log.requireRoomFor(drafted + room);
        Optional<AppendResult> result = link(request, head);
        drafted += result.isPresent() ? room : 0;
        return result;
    }

    private Optional<AppendResult> link(Append request, StreamHead before) {
        List<RecordedEvent> linked = new ArrayList<>(request.events().size());
        List<byte[]> frames = new ArrayList<>(request.events().size());
        long position = log.end() + events.size();
        StreamHead head = before;
        for (NewEvent event : request.events()) {
            position++;
            long version = head.version() + 1;
            ChainHash link = head.hash().next(position, version, recordedNanos, event);
            RecordedEvent recorded =
                    new RecordedEvent(
                            position, request.stream(), version, event, recordedNanos, link);
            linked.add(recorded);
            frames.add(EventFrame.encode(recorded));
            head = new StreamHead(request.stream(), version, link);
        }
        if (!takesIn(frames)) {
            return Optional.empty();
        }
        events.addAll(linked);
        linked.forEach(recorded -> byId.put(recorded.event().id(), recorded));
        heads.put(request.stream(), head);
        return Optional.of(new Appended(position, head.version(), false));
    }

    private boolean takesIn(List<byte[]> frames) {
        long more = frames.stream().mapToLong(frame -> Integer.BYTES + (long) frame.length).sum();
        if (HEAD_BYTES + more > limitBytes) {
            throw Fault.user(
                    "append-too-large",
                    "an append of %d events has %d bytes, a message of this store %d at most"
                            .formatted(frames.size(), more, limitBytes),
                    "append fewer or smaller events together");
        }
        if (bytes + more > limitBytes) {
            return false;
        }
        bytes += (int) more;
        encoded.addAll(frames);
        return true;
    }

    private static long room(List<NewEvent> events) {
        return events.stream().mapToLong(LogInMemory::size).sum();
    }

    private StreamHead head(StreamName stream) {
        StreamHead drafted = heads.get(stream);
        return drafted == null ? log.head(stream) : drafted;
    }

    private Map<UUID, RecordedEvent> known(List<NewEvent> asked) {
        Map<UUID, RecordedEvent> known = new HashMap<>();
        for (NewEvent event : asked) {
            Optional.ofNullable(byId.get(event.id()))
                    .or(() -> log.find(event.id()))
                    .ifPresent(kept -> known.put(event.id(), kept));
        }
        return known;
    }
}
