package dev.vitalcore.kurrentdb;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.Append;
import dev.vitalcore.platform.events.AppendResult;
import dev.vitalcore.platform.events.AppendRules;
import dev.vitalcore.platform.events.Appends;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.Expected;
import dev.vitalcore.platform.events.GroupCommit;
import dev.vitalcore.platform.events.GroupCommit.Outcome;
import dev.vitalcore.platform.events.NewEvent;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StoreSubscription;
import dev.vitalcore.platform.events.StreamHead;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.events.replica.Draft;
import dev.vitalcore.platform.events.replica.LogInMemory;
import dev.vitalcore.platform.log.Subscription;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An event store whose log is one stream of KurrentDB. <strong>Not verified against the real
 * server.</strong>
 *
 * <p>Every process that opens it reads the whole stream into its memory and answers from there,
 * after asking the server for what is new. Any number of processes may write: each decides by what
 * it has read and appends behind exactly that; where another was faster the server refuses, and it
 * reads on and decides again. One stream rather than one for each of ours, because positions
 * without gaps and the chain of links need one order that is known before the append.
 *
 * <p>Any thread may call.
 */
public final class KurrentDbEventStore implements EventStore {
    /** Below the 1 MiB that a server takes by default. */
    private static final int APPEND_LIMIT_BYTES = 900 * 1024;

    /** How often it is decided again because another process was faster. */
    private static final int DECISIONS_LIMIT = 100;

    private final KurrentDbSettings settings;
    private final InstantSource clock;
    private final EventLogStream stream;
    private final LogInMemory log;
    private final Appends appends = new Appends();
    private final GroupCommit<Append, AppendResult> commits = new GroupCommit<>(this::commit);
    private final ReentrantLock guard = new ReentrantLock();
    private boolean closed;

    private KurrentDbEventStore(KurrentDbSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.stream = new EventLogStream(settings);
        this.log = new LogInMemory(settings.where(), settings.memoryLimitBytes());
    }

    /**
     * Connects and reads the whole stream.
     *
     * @param clock tells recorded time
     * @throws Fault (unavailable) when the server does not answer, events are missing, or there are
     *     more than memory is allowed for
     */
    public static KurrentDbEventStore open(KurrentDbSettings settings, InstantSource clock) {
        KurrentDbEventStore store = new KurrentDbEventStore(settings, clock);
        try {
            store.look(() -> null);
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    @Override
    public AppendResult append(StreamName name, Expected expected, List<NewEvent> events) {
        AppendRules.requireAppendable(events);
        AppendResult result = commits.submit(new Append(name, expected, List.copyOf(events)));
        appends.happened();
        return result;
    }

    @Override
    public List<RecordedEvent> read(StreamName name, long afterVersion, int limit) {
        return look(() -> log.read(name, afterVersion, limit));
    }

    @Override
    public List<RecordedEvent> readAll(long afterPosition, int limit) {
        return look(() -> log.readAll(afterPosition, limit));
    }

    @Override
    public Optional<RecordedEvent> find(UUID eventId) {
        return look(() -> log.find(eventId));
    }

    @Override
    public long end() {
        return look(log::end);
    }

    @Override
    public StreamHead head(StreamName name) {
        return look(() -> log.head(name));
    }

    @Override
    public List<StreamHead> heads(String afterName, int limit) {
        return look(() -> log.heads(afterName, limit));
    }

    @Override
    public Subscription subscribe(long afterPosition, Handler handler) {
        return StoreSubscription.start(this, appends, afterPosition, handler);
    }

    /** Ends the subscriptions and the connection. */
    @Override
    public void close() {
        appends.end();
        guard.lock();
        try {
            if (!closed) {
                closed = true;
                stream.close();
            }
        } finally {
            guard.unlock();
        }
    }

    private <T extends @Nullable Object> T look(Supplier<T> question) {
        guard.lock();
        try {
            readOn();
            return question.get();
        } finally {
            guard.unlock();
        }
    }

    private void readOn() {
        if (closed) {
            throw Fault.unavailable(
                    "event-store-closed",
                    "the event store at " + settings.where() + " is closed",
                    "start the platform again");
        }
        List<RecordedEvent> page = stream.after(log.end());
        while (!page.isEmpty()) {
            log.takeAll(page);
            page = stream.after(log.end());
        }
    }

    /** Called by one thread at a time. */
    private List<Outcome<AppendResult>> commit(List<Append> requests) {
        List<Outcome<AppendResult>> outcomes = new ArrayList<>(requests.size());
        while (outcomes.size() < requests.size()) {
            outcomes.addAll(commitSome(requests.subList(outcomes.size(), requests.size())));
        }
        return outcomes;
    }

    /** As many as one append of the server takes; where that fails, all of them. */
    private List<Outcome<AppendResult>> commitSome(List<Append> requests) {
        guard.lock();
        try {
            for (int decision = 0; decision < DECISIONS_LIMIT; decision++) {
                readOn();
                Draft draft = new Draft(log, EpochNanos.of(clock.instant()), APPEND_LIMIT_BYTES);
                List<Outcome<AppendResult>> outcomes = draft.addAll(requests);
                if (draft.events().isEmpty() || stream.append(log.end(), draft.events())) {
                    log.takeAll(draft.events());
                    return outcomes;
                }
            }
            throw Fault.unavailable(
                    "event-store-contended",
                    "other processes were faster %d times at %s"
                            .formatted(DECISIONS_LIMIT, settings.where()),
                    "try again; let fewer processes write");
        } catch (RuntimeException e) {
            return requests.stream().map(request -> Outcome.<AppendResult>failed(e)).toList();
        } finally {
            guard.unlock();
        }
    }
}
