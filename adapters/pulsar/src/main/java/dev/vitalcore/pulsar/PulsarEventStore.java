package dev.vitalcore.pulsar;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.Append;
import dev.vitalcore.platform.events.AppendResult;
import dev.vitalcore.platform.events.AppendRules;
import dev.vitalcore.platform.events.Appends;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.GroupCommit;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StoreSubscription;
import dev.vitalcore.platform.events.StreamHead;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.events.replica.LogInMemory;
import dev.vitalcore.platform.log.Subscription;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An event store whose log is one topic of Apache Pulsar (version 4).
 *
 * <p>Every process that opens it reads the whole topic into its memory and answers from there; that
 * takes time at start and a bounded amount of memory. Any number of processes may read, and each
 * read of one that does not write first asks the broker for what is new. <em>One</em> process
 * writes: it becomes the topic's exclusive producer with its first append and stays so until it is
 * closed. An append in another process is refused meanwhile and told who the writer is. The writer
 * decides about versions and ids in its memory; appends that come together are one message, which
 * is kept whole or not at all, and are acknowledged when the bookies have it.
 *
 * <p>Where the broker does not answer in time the append fails (unavailable) although it may still
 * be kept: repeat it with the same ids. An append larger than a message (4 MiB) is refused (user,
 * {@code append-too-large}).
 *
 * <p>Any thread may call.
 */
public final class PulsarEventStore implements EventStore {
    private final TopicLog topic;
    private final Appends appends = new Appends();
    private final GroupCommit<Append, AppendResult> commits;

    private PulsarEventStore(TopicLog topic, InstantSource clock) {
        this.topic = topic;
        this.commits = new GroupCommit<>(new TopicWriter(topic, clock)::commit);
    }

    /**
     * Opens the topic, or makes it and its namespace, and reads it whole.
     *
     * @param clock tells recorded time
     * @throws Fault (user) when the topic would not keep every event for ever and once;
     *     (unavailable) when the broker does not answer, events are missing, or there are more than
     *     memory is allowed for
     */
    public static PulsarEventStore open(PulsarSettings settings, InstantSource clock) {
        TopicPolicies.ensure(settings);
        TopicLog topic = TopicLog.open(settings);
        try {
            topic.look(log -> null);
            return new PulsarEventStore(topic, clock);
        } catch (RuntimeException e) {
            topic.close();
            throw e;
        }
    }

    @Override
    public AppendResult append(StreamName stream, Expected expected, List<NewEvent> events) {
        AppendRules.requireAppendable(events);
        AppendResult result = commits.submit(new Append(stream, expected, List.copyOf(events)));
        appends.happened();
        return result;
    }

    @Override
    public List<RecordedEvent> read(StreamName stream, long afterVersion, int limit) {
        return topic.look(log -> log.read(stream, afterVersion, limit));
    }

    @Override
    public List<RecordedEvent> readAll(long afterPosition, int limit) {
        return topic.look(log -> log.readAll(afterPosition, limit));
    }

    @Override
    public Optional<RecordedEvent> find(UUID eventId) {
        return topic.look(log -> log.find(eventId));
    }

    @Override
    public long end() {
        return topic.look(LogInMemory::end);
    }

    @Override
    public StreamHead head(StreamName stream) {
        return topic.look(log -> log.head(stream));
    }

    @Override
    public List<StreamHead> heads(String afterName, int limit) {
        return topic.look(log -> log.heads(afterName, limit));
    }

    @Override
    public Subscription subscribe(long afterPosition, Handler handler) {
        return StoreSubscription.start(this, appends, afterPosition, handler);
    }

    /** Ends the subscriptions, and lets another process write. */
    @Override
    public void close() {
        appends.end();
        topic.close();
    }
}
