package dev.vitalcore.platform.outbox;

import dev.vitalcore.contracts.events.EventEnvelope;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.Origin;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.log.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes events of the store on a topic, each with its stream as the key. Any thread may call.
 *
 * <p>At least once: how far it has come is kept when the log has acknowledged; after the end of the
 * process in between the same events come again. What comes first of each version of a stream comes
 * in order, unless the log fails in the midst: then later events of a stream may stand before the
 * one that failed, and all of them follow once more in order. So who reads must pass by what is
 * ahead of its turn as well as what it has seen: {@link Inbox} does.
 *
 * <p>An event that the log refuses is not passed over: the relay tries again and tells why.
 */
public final class OutboxRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    /** Records sent and not yet acknowledged. */
    private static final int IN_FLIGHT = 500;

    private final OutboxPorts ports;
    private final OutboxRoute route;
    private final OutboxTable table;
    private volatile @Nullable Subscription subscription;

    public OutboxRelay(OutboxPorts ports, OutboxRoute route) {
        this.ports = ports;
        this.route = route;
        this.table = new OutboxTable(ports.database(), route.name());
    }

    /**
     * Makes good what the log lost of that which it had acknowledged, after a power cut: the first
     * of it is the next to be published, and all behind it again. Reads the whole topic and waits
     * for that; to be called before {@link #start}. Changes nothing where nothing is lost.
     *
     * @param watch called several times a second where it takes long; ends it by throwing
     * @throws Fault (unavailable) when the log or the store cannot be read
     */
    public void goBackToWhatTheLogHolds(Runnable watch) {
        OutboxSchema.migrateOutbox(ports.database());
        String topic = route.topic().name();
        ports.log().ensureTopic(route.topic());
        long position = table.position();
        Map<String, Long> held = new HeldVersions(ports, topic).read(watch);
        OptionalLong lost = firstLost(held, position, watch);
        if (lost.isPresent()) {
            table.goBack(lost.getAsLong() - 1);
            LOG.atWarn()
                    .addKeyValue("topic", topic)
                    .addKeyValue("position", lost.getAsLong())
                    .addKeyValue("published", position)
                    .log("the log lost events that were published; they are published again");
        }
    }

    /**
     * Makes the topic where it is absent and goes on where it left off. To be called once.
     *
     * @throws Fault (conflict, {@code store-behind-outbox}) when the store ends before what was
     *     published: its next events would never be
     */
    public void start() {
        OutboxSchema.migrateOutbox(ports.database());
        ports.log().ensureTopic(route.topic());
        long position = table.position();
        long end = ports.store().end();
        if (position > end) {
            throw Fault.conflict(
                    "store-behind-outbox",
                    "outbox "
                            + route.name()
                            + " has published up to position "
                            + position
                            + ", the event store ends at "
                            + end,
                    "an older copy of the store was put back: put the right one back");
        }
        subscription = ports.store().subscribe(position, this::publish);
    }

    /**
     * Events of the store that were not yet looked at; the whole store where it was not started.
     */
    public long lag() {
        Subscription running = subscription;
        return running == null ? ports.store().end() - table.position() : running.lag();
    }

    /** Why the last events could not be published; empty while all goes well. */
    public Optional<String> failure() {
        Subscription running = subscription;
        return running == null ? Optional.empty() : running.failure();
    }

    /** Stops after the batch in hand; waits for it, at most some seconds. */
    @Override
    public void close() {
        Subscription running = subscription;
        if (running != null) {
            running.close();
        }
    }

    /** The next ones are sent only when the log has all of those before. */
    private void publish(List<RecordedEvent> events) {
        for (int from = 0; from < events.size(); from += IN_FLIGHT) {
            List<RecordedEvent> some =
                    events.subList(from, Math.min(from + IN_FLIGHT, events.size()));
            send(some);
            table.advance(some.getLast().position());
        }
    }

    private void send(List<RecordedEvent> events) {
        List<CompletableFuture<?>> sent = new ArrayList<>(events.size());
        for (RecordedEvent event : events) {
            if (isPublished(event)) {
                byte[] value = ports.codec().encode(envelope(event));
                String key = event.stream().toString();
                sent.add(
                        ports.log().append(route.topic().name(), key, value).toCompletableFuture());
            }
        }
        try {
            // Bounded: the log gives each append up after a time of its own.
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** That of the first one, up to a position, that who reads the topic does not come to. */
    private OptionalLong firstLost(Map<String, Long> held, long upTo, Runnable watch) {
        long after = 0;
        while (after < upTo) {
            watch.run();
            List<RecordedEvent> page = ports.store().readAll(after, EventStore.READ_LIMIT);
            if (page.isEmpty()) {
                break; // the store is an older one, which the start refuses
            }
            for (RecordedEvent event : page) {
                boolean isThere =
                        event.version() <= held.getOrDefault(event.stream().toString(), 0L);
                if (isPublished(event) && !isThere) {
                    return event.position() <= upTo
                            ? OptionalLong.of(event.position())
                            : OptionalLong.empty();
                }
            }
            after = page.getLast().position();
        }
        return OptionalLong.empty();
    }

    private boolean isPublished(RecordedEvent event) {
        return route.categories().contains(event.stream().category());
    }

    private static EventEnvelope envelope(RecordedEvent recorded) {
        Origin origin = recorded.event().origin();
        return new EventEnvelope(
                recorded.event().id(),
                recorded.position(),
                recorded.stream().toString(),
                recorded.version(),
                recorded.event().type().name(),
                recorded.event().type().version(),
                new EventEnvelope.Origin(
                        origin.who(), origin.why(), origin.correlation(), origin.causation()),
                recorded.event().eventNanos(),
                recorded.recordedNanos(),
                recorded.event().payload());
    }
}
