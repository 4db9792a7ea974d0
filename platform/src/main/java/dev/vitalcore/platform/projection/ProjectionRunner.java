package dev.vitalcore.platform.projection;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.projection.Generation.State;
import dev.vitalcore.platform.projection.GenerationBuilder.Following;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one projection up to the event store and answers from it. Any thread may call.
 *
 * <p>The view and how far it has come are kept in one transaction: after any end of the process it
 * goes on as if nothing had been. One process runs a projection; a second one is refused by the
 * checkpoint ({@code projection-run-elsewhere}) and damages nothing.
 *
 * <pre>{@code
 * ProjectionRunner<SessionEvent> board =
 *         new ProjectionRunner<>(new SessionBoard(), format, ports, ProjectionSettings.DEFAULT);
 * board.start();
 * board.awaitPosition(appended.position(), Duration.ofSeconds(2));
 * Row row = board.query((connection, tables) -> SessionBoard.find(connection, tables, id));
 * }</pre>
 */
public final class ProjectionRunner<E> implements AutoCloseable {
    private final Projection<E> projection;
    private final ProjectionPorts ports;
    private final ProjectionSettings settings;
    private final ProjectionSteps<E> steps;
    private final LiveGeneration live = new LiveGeneration();
    private final RunningQueries queries = new RunningQueries();
    private final LiveFollower<E> follower;
    private final Following following;
    private final ReentrantLock building = new ReentrantLock();
    private @Nullable GenerationBuilder<E> builder;
    private boolean closed;

    /**
     * @throws IllegalArgumentException when the projection's name is not usable
     */
    public ProjectionRunner(
            Projection<E> projection,
            EventFormat<E> format,
            ProjectionPorts ports,
            ProjectionSettings settings) {
        this.projection = projection;
        this.ports = ports;
        this.settings = settings;
        this.steps = new ProjectionSteps<>(projection, format, ports, settings.parkedLimit());
        ReentrantLock turn = new ReentrantLock(true);
        this.follower = new LiveFollower<>(steps, ports.store(), live, turn);
        this.following = new Following(live, queries, turn, follower);
    }

    /**
     * Goes on where it left off, building included; begins to build where the tables are those of
     * another schema version, or where they know events that the store does not have. Does not wait
     * for any of that. To be called once.
     */
    public void start() {
        steps.begin();
        steps.live().ifPresent(live::is);
        follower.start();
        steps.in(State.BUILDING).ifPresent(this::build);
    }

    /**
     * Answers from the live generation, on the snapshot that says which one that is: never from one
     * that is half built, and never from tables that are gone.
     *
     * @throws Fault (unavailable, {@code projection-building}) while there is none that can be
     *     answered from: until the first build is through, or that of another schema version
     */
    public <T extends @Nullable Object> T query(ProjectionQuery<T> query) {
        long ticket = queries.enter();
        try {
            return steps.query(query);
        } finally {
            queries.leave(ticket);
        }
    }

    /**
     * Returns when queries see the event at a position, so that who has written it can read it.
     *
     * @throws Fault (unavailable, {@code projection-behind}) when the time is up before
     */
    public void awaitPosition(long position, Duration atMost) {
        try {
            if (live.await(position, atMost)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw behind(position);
    }

    private Fault behind(long position) {
        String where =
                live.get()
                        .map(at ->
                                "is at position "
                                        + at.position()
                                        + ", "
                                        + (position - at.position())
                                        + " behind "
                                        + position)
                        .orElse("is being built and has not come to " + position);
        return Fault.unavailable(
                "projection-behind",
                "projection "
                        + projection.name()
                        + " "
                        + where
                        + failure().map(why -> " (" + why + ")").orElse(""),
                "the event is kept; ask again in a moment");
    }

    /**
     * Begins to build the view from the first event, beside the live one, and switches to it when
     * it has caught up. Does not wait for that; goes on with it after a restart.
     *
     * @throws Fault (conflict, {@code rebuild-running}) while a build runs, or while a query goes
     *     on that began before the last switch
     */
    public void rebuild() {
        building.lock();
        try {
            if (builder != null && builder.building()) {
                throw running("is being built already");
            }
            if (steps.in(State.OLD).isPresent()) {
                throw running("was just built, and queries from before are still running");
            }
            build(steps.beginBuilding());
        } finally {
            building.unlock();
        }
    }

    private Fault running(String what) {
        return Fault.conflict(
                "rebuild-running",
                "projection " + projection.name() + " " + what,
                "wait until its status shows one generation");
    }

    /** The streams that the live generation does not follow, with the reason for each. */
    public List<ParkedStream> parked() {
        return steps.in(State.LIVE).map(at -> steps.parked(at.number())).orElse(List.of());
    }

    /**
     * Tries to bring the events of a parked stream into the live generation, in their order; to be
     * called when what was wrong is mended. A projection that had stopped goes on.
     *
     * @return where the stream is parked still, with the new reason; empty when it is followed
     *     again
     * @throws Fault (user, {@code stream-not-parked}) when it is not parked; (unavailable) when
     *     nothing is live or the database is not there
     */
    public Optional<ParkedStream> retryParked(StreamName stream) {
        Generation at =
                live.get()
                        .orElseThrow(() ->
                                Fault.unavailable(
                                        "projection-building",
                                        "projection " + projection.name() + " is being built",
                                        "try again when it is live"));
        Optional<ParkedStream> parked = steps.retryParked(at.number(), stream);
        if (parked.isEmpty()) {
            follower.start();
        }
        return parked;
    }

    /** Events of the store that queries do not see yet. Asks the store. */
    public long lag() {
        return Math.max(0, ports.store().end() - live.get().map(Generation::position).orElse(0L));
    }

    /** Why the view or its rebuilding does not go on; empty while all goes well. */
    public Optional<String> failure() {
        GenerationBuilder<E> now = builder();
        return follower.failure().or(() -> now == null ? Optional.empty() : now.failure());
    }

    /** Asks the database and the store. */
    public ProjectionStatus status() {
        return new ProjectionStatus(
                projection.name(),
                projection.schemaVersion(),
                steps.generations(),
                ports.store().end(),
                failure());
    }

    /** Stops after the batch in hand; waits for it, at most some seconds. */
    @Override
    public void close() {
        GenerationBuilder<E> last;
        building.lock();
        try {
            closed = true;
            last = builder;
        } finally {
            building.unlock();
        }
        if (last != null) {
            last.close();
        }
        follower.close();
    }

    private void build(Generation from) {
        building.lock();
        try {
            if (!closed) {
                builder = GenerationBuilder.start(steps, settings, following, from);
            }
        } finally {
            building.unlock();
        }
    }

    private @Nullable GenerationBuilder<E> builder() {
        building.lock();
        try {
            return builder;
        } finally {
            building.unlock();
        }
    }
}
