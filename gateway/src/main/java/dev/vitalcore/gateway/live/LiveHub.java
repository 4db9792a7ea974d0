package dev.vitalcore.gateway.live;

import static java.util.stream.Collectors.groupingBy;

import dev.vitalcore.contracts.telemetry.TelemetryBlock;
import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.gateway.GatewayServices;
import dev.vitalcore.gateway.HealthCheck;
import dev.vitalcore.gateway.LiveLimits;
import dev.vitalcore.gateway.json.SessionFacts;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.telemetry.application.SessionSummary;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings blocks and timing changes to the live clients. One thread reads blocks (the
 * subscription's), one is timing's, one looks at the catalogue each second; each client sends on a
 * thread of its own.
 */
final class LiveHub implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
    private static final int GOING_AWAY = 1001;

    /** A car that sends nothing is kept this long, so that a late joiner has its last values. */
    private static final Duration FORGET_AFTER = Duration.ofMinutes(5);

    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);

    private final Codec<TelemetryBlock> codec;
    private final SessionFacts facts;
    private final LiveFrames frames;
    private final LiveLimits limits;
    private final Semaphore places;
    private final Map<SessionId, SortedMap<String, LiveCar>> cars = new ConcurrentHashMap<>();
    private final Map<SessionId, LiveSession> watched = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("live-catalogue").factory());
    private long lastForgotten = System.nanoTime();
    private final Subscription blocks;
    private final AutoCloseable timing;

    LiveHub(GatewayServices services, SessionFacts facts, LiveFrames frames, LiveLimits limits) {
        this.codec = services.log().blocks();
        this.facts = facts;
        this.frames = frames;
        this.limits = limits;
        this.places = new Semaphore(limits.clients());
        this.timing = services.timing().views().listen(this::onTiming);
        this.blocks = services.log().events().readNew(Topics.BLOCKS, this::onBlocks);
        var unused = watch.scheduleWithFixedDelay(this::lookAround, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public String component() {
        return "live";
    }

    @Override
    public Health check() {
        Optional<String> failure = blocks.failure();
        return new Health(
                failure.isEmpty(),
                failure.orElseGet(() ->
                        (limits.clients() - places.availablePermits())
                                + " clients, "
                                + blocks.lag()
                                + " blocks behind"));
    }

    /** Whether one more client may join now. */
    boolean hasPlace() {
        return places.availablePermits() > 0;
    }

    Optional<SessionSummary> session(SessionId id) {
        return facts.session(id);
    }

    /** Lets a client join; empty where there is no place. Its thread runs until it is gone. */
    Optional<LiveClient> join(SessionSummary summary, LiveSocket socket, SampleView.Form samples) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            LiveClient client = joined(summary, socket, samples);
            Thread.ofVirtual().name("live-client").start(() -> serve(client, summary.id()));
            return Optional.of(client);
        } catch (RuntimeException failure) {
            places.release();
            throw failure;
        }
    }

    /** Under the session's entry, so that it is not forgotten as unwatched meanwhile. */
    private LiveClient joined(SessionSummary summary, LiveSocket socket, SampleView.Form samples) {
        AtomicReference<LiveClient> joined = new AtomicReference<>();
        watched.compute(
                summary.id(),
                (id, present) -> {
                    LiveSession session = present == null ? watch(summary) : present;
                    LiveClient client = new LiveClient(session, socket, samples, limits);
                    session.join(client);
                    joined.setPlain(client);
                    return session;
                });
        return joined.getPlain();
    }

    private void serve(LiveClient client, SessionId session) {
        try {
            client.run();
        } finally {
            places.release();
            watched.computeIfPresent(session, (id, left) -> left.watched() ? left : null);
        }
    }

    @Override
    public void close() {
        blocks.close();
        try {
            timing.close();
        } catch (Exception failure) {
            LOG.atWarn().setCause(failure).log("timing listener did not close");
        }
        watch.shutdownNow();
        watched.values().forEach(session -> session.closeAll(GOING_AWAY, "the server stops"));
    }

    private LiveSession watch(SessionSummary summary) {
        return new LiveSession(summary, carsOf(summary.id()), facts, frames);
    }

    private SortedMap<String, LiveCar> carsOf(SessionId session) {
        return cars.computeIfAbsent(session, id -> new ConcurrentSkipListMap<>());
    }

    private void onBlocks(List<LogRecord> records) {
        long now = System.nanoTime();
        Set<LiveSession> touched = new HashSet<>();
        for (LogRecord record : records) {
            decoded(record).ifPresent(block -> take(block, now, touched));
        }
        touched.forEach(LiveSession::samplesReady);
        forgetSilentCars(now);
    }

    /** Ingest lets no other bytes into the topic; if it does, live goes on without them. */
    private Optional<TelemetryBlock> decoded(LogRecord record) {
        try {
            return Optional.of(codec.decode(record.value()));
        } catch (Fault undecodable) {
            LOG.atWarn()
                    .addKeyValue("entry", record.key())
                    .addKeyValue("position", record.partition() + ":" + record.offset())
                    .setCause(undecodable)
                    .log("live skips a record that is no block");
            return Optional.empty();
        }
    }

    private void take(TelemetryBlock block, long now, Set<LiveSession> touched) {
        SessionId id = block.entry().session();
        SortedMap<String, LiveCar> ofSession = carsOf(id);
        LiveSession session = watched.get(id);
        LiveCar car = ofSession.get(block.entry().car());
        if (car == null) {
            car = new LiveCar();
            ofSession.put(block.entry().car(), car);
            if (session != null) {
                session.retrace();
            }
        }
        car.take(block, now);
        if (session != null) {
            touched.add(session);
        }
    }

    private void onTiming(List<TimingEvent> changes) {
        Map<SessionId, List<TimingEvent>> bySession =
                changes.stream().collect(groupingBy(change -> change.entry().session()));
        bySession.forEach((id, ofSession) -> {
            LiveSession session = watched.get(id);
            if (session != null) {
                session.publish(ofSession);
            }
        });
    }

    private void lookAround() {
        try {
            watched.values().forEach(LiveSession::refresh);
        } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).log("live could not look at the catalogue");
        }
    }

    /**
     * On the reading thread, so that nobody adds a car meanwhile; a session that is being joined
     * waits for its entry in {@code watched}.
     */
    private void forgetSilentCars(long now) {
        if (now - lastForgotten < FORGET_EVERY.toNanos()) {
            return;
        }
        lastForgotten = now;
        for (SessionId id : List.copyOf(cars.keySet())) {
            watched.compute(
                    id,
                    (same, session) -> {
                        if (session == null) {
                            forgetSilentCars(id, now);
                        }
                        return session;
                    });
        }
    }

    private void forgetSilentCars(SessionId id, long now) {
        SortedMap<String, LiveCar> ofSession = carsOf(id);
        ofSession.values().removeIf(car -> now - car.touchedAt() > FORGET_AFTER.toNanos());
        if (ofSession.isEmpty()) {
            cars.remove(id);
        }
    }
}
