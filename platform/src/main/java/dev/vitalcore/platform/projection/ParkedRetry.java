package dev.vitalcore.platform.projection;

import dev.vitalcore.kernel.EpochNanos;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.events.StreamName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings the events of a parked stream into a generation after all, in their order. */
final class ParkedRetry<E> {
    private static final int BATCH = 500;

    private final ProjectionPorts ports;
    private final ViewWriter<E> writer;
    private final PageReader<E> reader;
    private final Generations generations;
    private final ParkedStreams parkedStreams;

    ParkedRetry(
            String projection, ProjectionPorts ports, ViewWriter<E> writer, PageReader<E> reader) {
        this.ports = ports;
        this.writer = writer;
        this.reader = reader;
        this.generations = new Generations(projection);
        this.parkedStreams = new ParkedStreams(projection);
    }

    /**
     * Goes on until nothing waits any more or an event cannot be taken, which then is the one that
     * the stream is parked at.
     *
     * @return where the stream is parked still; empty when it is followed again
     * @throws Fault (user) when it is not parked; (unavailable) when it got only part of the way
     */
    Optional<ParkedStream> retry(int generation, StreamName stream) {
        Optional<ParkedStream> parked = find(generation, stream);
        if (parked.isEmpty()) {
            throw Fault.user(
                    "stream-not-parked",
                    "stream " + stream + " is not parked",
                    "look at the list of parked streams");
        }
        int batch = BATCH;
        while (parked.isPresent()) {
            try {
                parked = step(generation, parked.get(), batch);
            } catch (RuntimeException e) {
                if (!Poison.mayBeOfTheEvent(e)) {
                    throw e;
                }
                if (batch == 1) {
                    return Optional.of(parkAgain(generation, parked.get(), e));
                }
                batch = 1;
            }
        }
        return parked;
    }

    private Optional<ParkedStream> step(int generation, ParkedStream parked, int batch) {
        return ports.database()
                .write(connection -> {
                    Generation at = requireUnchanged(connection, generation, parked);
                    List<RecordedEvent> due = due(at, parked, batch + 1);
                    List<RecordedEvent> now = due.subList(0, Math.min(batch, due.size()));
                    writer.apply(
                            connection,
                            at,
                            now.stream()
                                    .map(event -> ViewWriter.decoded(reader.item(event)))
                                    .toList());
                    if (due.size() <= batch) {
                        parkedStreams.release(connection, generation, parked.stream());
                        return Optional.empty();
                    }
                    ParkedStream rest =
                            ParkedStreams.parked(
                                    due.getLast(),
                                    parked.reason(),
                                    parked.parkedNanos(),
                                    parked.behind() - batch);
                    parkedStreams.park(connection, generation, rest);
                    return Optional.of(rest);
                });
    }

    /** Read within the transaction, so that none comes between this and the end of the parking. */
    private List<RecordedEvent> due(Generation at, ParkedStream parked, int limit) {
        return ports.store().read(parked.stream(), parked.version() - 1, limit).stream()
                .filter(event -> event.position() <= at.position())
                .toList();
    }

    private ParkedStream parkAgain(int generation, ParkedStream parked, RuntimeException failure) {
        ParkedStream again =
                new ParkedStream(
                        parked.stream(),
                        parked.position(),
                        parked.version(),
                        parked.type(),
                        Poison.reason(failure),
                        EpochNanos.of(ports.clock().instant()),
                        parked.behind());
        ports.database()
                .<@Nullable Void>write(connection -> {
                    Generation at = requireUnchanged(connection, generation, parked);
                    parkedStreams.park(connection, at.number(), again);
                    return null;
                });
        return again;
    }

    /** Events may have come to wait behind it; the place must be the same. */
    private Generation requireUnchanged(Connection connection, int generation, ParkedStream parked)
            throws SQLException {
        boolean same =
                find(connection, generation, parked.stream())
                        .filter(now -> now.version() == parked.version())
                        .isPresent();
        if (!same) {
            throw Fault.unavailable(
                    "stream-retried-elsewhere",
                    "stream " + parked.stream() + " is no longer parked where it was",
                    "look at the list of parked streams and try again");
        }
        return generations.require(connection, generation);
    }

    private Optional<ParkedStream> find(int generation, StreamName stream) {
        return ports.database().read(connection -> find(connection, generation, stream));
    }

    private Optional<ParkedStream> find(Connection connection, int generation, StreamName stream)
            throws SQLException {
        return parkedStreams.of(connection, generation).stream()
                .filter(parked -> parked.stream().equals(stream))
                .findFirst();
    }
}
