package dev.vitalcore.platform.projection;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamName;
import dev.vitalcore.platform.projection.Page.Decoded;
import dev.vitalcore.platform.projection.Page.Item;
import dev.vitalcore.platform.projection.Page.Undecodable;
import dev.vitalcore.platform.sql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings pages of events into one generation. What it knows it reads in the transaction that
 * changes it, so it may be given a page again that was committed without anybody having heard of
 * it.
 */
final class ViewWriter<E> {
    private final Projection<E> projection;
    private final Database database;
    private final InstantSource clock;
    private final int parkedLimit;
    private final Generations generations;
    private final ParkedStreams parkedStreams;

    ViewWriter(Projection<E> projection, ProjectionPorts ports, int parkedLimit) {
        this.projection = projection;
        this.database = ports.database();
        this.clock = ports.clock();
        this.parkedLimit = parkedLimit;
        this.generations = new Generations(projection.name());
        this.parkedStreams = new ParkedStreams(projection.name());
    }

    /**
     * Brings in what is new of a page and parks what cannot be taken: a batch that fails is halved
     * until one event is left. Halves that succeed are kept.
     *
     * @throws Fault what is not the events' fault, or too many streams would be parked; part of the
     *     page may have been kept
     */
    void write(int generation, Page<E> page) {
        try {
            database.<@Nullable Void>write(connection -> commit(connection, generation, page));
        } catch (RuntimeException e) {
            if (!Poison.mayBeOfTheEvent(e) || page.items().isEmpty()) {
                throw e;
            }
            if (page.items().size() == 1) {
                park(generation, page, e);
            } else {
                page.halves().forEach(half -> write(generation, half));
            }
        }
    }

    private @Nullable Void commit(Connection connection, int generation, Page<E> page)
            throws SQLException {
        Generation at = generations.require(connection, generation);
        if (page.end() <= at.position()) {
            return null;
        }
        Set<StreamName> parked =
                parkedStreams.of(connection, generation).stream()
                        .map(ParkedStream::stream)
                        .collect(Collectors.toSet());
        List<Seen<E>> taken = new ArrayList<>(page.items().size());
        Map<StreamName, Long> behind = new HashMap<>();
        for (Item<E> item : page.items()) {
            if (item.recorded().position() <= at.position()) {
                continue;
            }
            if (parked.contains(item.recorded().stream())) {
                behind.merge(item.recorded().stream(), 1L, Long::sum);
            } else {
                taken.add(decoded(item));
            }
        }
        apply(connection, at, taken);
        parkedStreams.addBehind(connection, generation, behind);
        generations.advance(connection, at, page.end());
        return null;
    }

    /** Nothing happens where there are no events. */
    void apply(Connection connection, Generation at, List<Seen<E>> events) throws SQLException {
        if (!events.isEmpty()) {
            Tables tables = new Tables(at.number(), at.schemaVersion(), database.dialect());
            projection.apply(connection, tables, events);
        }
    }

    static <E> Seen<E> decoded(Item<E> item) {
        return switch (item) {
            case Decoded<E>(Seen<E> seen) -> seen;
            case Undecodable<E>(RecordedEvent recorded, RuntimeException failure) -> throw failure;
        };
    }

    private void park(int generation, Page<E> page, RuntimeException failure) {
        RecordedEvent event = page.items().getFirst().recorded();
        long nowNanos = EpochNanos.of(clock.instant());
        database.<@Nullable Void>write(connection -> {
            Generation at = generations.require(connection, generation);
            if (event.position() <= at.position()) {
                return null;
            }
            requireRoom(parkedStreams.of(connection, generation).size(), event, failure);
            parkedStreams.park(
                    connection,
                    generation,
                    ParkedStreams.parked(event, Poison.reason(failure), nowNanos, 0));
            generations.advance(connection, at, page.end());
            return null;
        });
    }

    private void requireRoom(int parked, RecordedEvent event, RuntimeException failure) {
        if (parked >= parkedLimit) {
            throw Fault.internal(
                    Poison.TOO_MANY,
                    "projection "
                            + projection.name()
                            + " has stopped before position "
                            + event.position()
                            + " of "
                            + event.stream()
                            + ": "
                            + parked
                            + " streams are parked already, and this one could not be taken either: "
                            + Poison.reason(failure),
                    "mend what the parked streams tell of; retry them, or rebuild the projection",
                    failure);
        }
    }
}
