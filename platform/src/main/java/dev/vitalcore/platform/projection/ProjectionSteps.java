package dev.vitalcore.platform.projection;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.projection.Generation.State;
import dev.vitalcore.platform.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeping a view up consists of, step by step and without threads. Each step is one
 * transaction, or several of which each leaves everything right; so the process may end between any
 * two.
 *
 * <pre>
 *   (none) ──▶ BUILDING ──switch──▶ LIVE ──switch of a newer one──▶ OLD ──▶ (dropped)
 * </pre>
 */
final class ProjectionSteps<E> {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionSteps.class);

    private final Projection<E> projection;
    private final ProjectionPorts ports;
    private final Database database;
    private final PageReader<E> reader;
    private final ViewWriter<E> writer;
    private final ParkedRetry<E> retry;
    private final Generations generations;
    private final ParkedStreams parkedStreams;

    ProjectionSteps(
            Projection<E> projection,
            EventFormat<E> format,
            ProjectionPorts ports,
            int parkedLimit) {
        String name = Names.requireProjection(projection.name());
        this.projection = projection;
        this.ports = ports;
        this.database = ports.database();
        this.reader = new PageReader<>(ports.store(), format, projection.categories());
        this.writer = new ViewWriter<>(projection, ports, parkedLimit);
        this.retry = new ParkedRetry<>(name, ports, writer, reader);
        this.generations = new Generations(name);
        this.parkedStreams = new ParkedStreams(name);
    }

    /**
     * Drops what is of no use any more and begins to build where no generation has the tables of
     * this program. An empty store has an empty view: that is live at once.
     */
    void begin() {
        ProjectionSchema.migrate(database);
        long end = ports.store().end();
        database.<@Nullable Void>write(connection -> {
            for (Generation one : generations.all(connection)) {
                if (isUseless(one, end)) {
                    generations.drop(connection, one.number());
                }
            }
            boolean ofThisShape =
                    generations.all(connection).stream().anyMatch(this::hasTheShapeOfThisProgram);
            if (!ofThisShape) {
                boolean empty = end == 0 && generations.all(connection).isEmpty();
                create(connection, empty ? State.LIVE : State.BUILDING);
            }
            return null;
        });
    }

    private boolean isUseless(Generation one, long end) {
        if (one.position() > end) {
            LOG.atWarn()
                    .setMessage(
                            "a view knows events that the store does not have: it is built anew")
                    .addKeyValue("projection", projection.name())
                    .addKeyValue("position", one.position())
                    .addKeyValue("end", end)
                    .log();
            return true;
        }
        return switch (one.state()) {
            case OLD -> true;
            case BUILDING -> !hasTheShapeOfThisProgram(one);
            case LIVE -> false;
        };
    }

    private boolean hasTheShapeOfThisProgram(Generation one) {
        return one.schemaVersion() == projection.schemaVersion();
    }

    /**
     * Begins a new generation beside those that are there; one that was being built is given up.
     */
    Generation beginBuilding() {
        return database.write(connection -> {
            Optional<Generation> unfinished = generations.in(State.BUILDING, connection);
            if (unfinished.isPresent()) {
                generations.drop(connection, unfinished.get().number());
            }
            return create(connection, State.BUILDING);
        });
    }

    private Generation create(Connection connection, State state) throws SQLException {
        int number =
                generations.all(connection).stream().mapToInt(Generation::number).max().orElse(0)
                        + 1;
        Generation generation = new Generation(number, projection.schemaVersion(), state, 0);
        Tables tables = tables(generation);
        projection.create(connection, tables);
        generations.add(connection, generation, tables.named());
        return generation;
    }

    /** The generation that queries are answered from, if it has the tables of this program. */
    Optional<Generation> live() {
        return in(State.LIVE).filter(this::hasTheShapeOfThisProgram);
    }

    Optional<Generation> in(State state) {
        return database.read(connection -> generations.in(state, connection));
    }

    Page<E> read(long afterPosition, int limit) {
        return reader.after(afterPosition, limit);
    }

    Page<E> page(List<RecordedEvent> events) {
        return reader.page(events, false);
    }

    /** See {@link ViewWriter#write}. */
    void write(int generation, Page<E> page) {
        writer.write(generation, page);
    }

    /**
     * A switch that was made.
     *
     * @param live as it is now
     * @param replaced what was live before; empty where nothing was
     */
    record Switched(Generation live, Optional<Generation> replaced) {}

    /**
     * Makes the generation the live one, unless it knows less than that which is.
     *
     * @return empty where it is behind
     */
    Optional<Switched> switchTo(int generation) {
        return database.write(connection -> {
            Generation built = generations.require(connection, generation);
            Optional<Generation> live = generations.in(State.LIVE, connection);
            if (live.isPresent()) {
                if (live.get().position() > built.position()) {
                    return Optional.empty();
                }
                generations.become(connection, live.get().number(), State.OLD);
            }
            generations.become(connection, generation, State.LIVE);
            return Optional.of(new Switched(generations.require(connection, generation), live));
        });
    }

    /** Nobody may be reading it. Nothing happens where it is gone. */
    void drop(Generation generation) {
        database.<@Nullable Void>write(connection -> {
            generations.drop(connection, generation.number());
            return null;
        });
    }

    /** Asks the live generation on the snapshot that says which one that is. */
    <T extends @Nullable Object> T query(ProjectionQuery<T> query) {
        return database.read(connection -> {
            Optional<Generation> live =
                    generations.in(State.LIVE, connection).filter(this::answersFrom);
            if (live.isEmpty()) {
                throw building(connection);
            }
            return query.run(connection, tables(live.get()));
        });
    }

    private boolean answersFrom(Generation one) {
        return hasTheShapeOfThisProgram(one) || projection.answersFrom(one.schemaVersion());
    }

    private Fault building(Connection connection) throws SQLException {
        long position =
                generations.in(State.BUILDING, connection).map(Generation::position).orElse(0L);
        return Fault.unavailable(
                "projection-building",
                "projection "
                        + projection.name()
                        + " is being built and has come to position "
                        + position
                        + " of "
                        + ports.store().end(),
                "try again in a moment");
    }

    /** See {@link ParkedRetry#retry}. */
    Optional<ParkedStream> retryParked(int generation, StreamName stream) {
        return retry.retry(generation, stream);
    }

    List<ParkedStream> parked(int generation) {
        return database.read(connection -> parkedStreams.of(connection, generation));
    }

    List<GenerationStatus> generations() {
        return database.read(connection -> {
            List<GenerationStatus> all = new ArrayList<>();
            for (Generation one : generations.all(connection)) {
                int parked = parkedStreams.of(connection, one.number()).size();
                all.add(new GenerationStatus(one, parked));
            }
            return all;
        });
    }

    private Tables tables(Generation generation) {
        return new Tables(generation.number(), generation.schemaVersion(), database.dialect());
    }
}
