package dev.vitalcore.platform.events;

import dev.vitalcore.platform.log.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Streams of events that are only ever appended to. Any thread may call. Everything that returns
 * lists returns at most as many as were asked for; who wants more asks again after the last.
 *
 * <p>All failures of the engine are {@link dev.vitalcore.kernel.Fault}s.
 */
public interface EventStore extends AutoCloseable {
    /** Most events of one append: they are kept together or not at all. */
    int APPEND_LIMIT = 1_000;

    /** Most events that one read gives. */
    int READ_LIMIT = 10_000;

    /**
     * Keeps all of the events or none, and returns when they are on the disk. Recorded time is the
     * store's own and never goes back.
     *
     * <p>Idempotent by event id: where the stream has exactly these events already, nothing is
     * written, whatever version is expected, and the answer is that of the first time.
     *
     * @throws dev.vitalcore.kernel.Fault (conflict, {@code event-id-reused}) when an id is known
     *     that stands for something else, in another stream, or for only some of the events
     * @throws IllegalArgumentException when there are none, more than {@link #APPEND_LIMIT}, or two
     *     of one id
     */
    AppendResult append(StreamName stream, Expected expected, List<NewEvent> events);

    /** The events of a stream after a version (0: from the first), in order. */
    List<RecordedEvent> read(StreamName stream, long afterVersion, int limit);

    /**
     * The events of all streams after a position (0: from the first), in order. Positions have no
     * gaps, and none appears below one that was read before.
     */
    List<RecordedEvent> readAll(long afterPosition, int limit);

    Optional<RecordedEvent> find(UUID eventId);

    /** The last position; 0 where there is no event. */
    long end();

    StreamHead head(StreamName stream);

    /** The streams after one of this written name (empty: from the first), by name. */
    List<StreamHead> heads(String afterName, int limit);

    /**
     * Hands over what comes after a position, and then what is appended, in order, on a thread of
     * its own. At least once: who keeps the position with what it made of the events sees each
     * once.
     */
    Subscription subscribe(long afterPosition, Handler handler);

    @Override
    void close();

    /** Receives events by position; the next ones come when it returns. */
    @FunctionalInterface
    interface Handler {
        /**
         * @param events never empty
         * @throws RuntimeException stops the reading; {@link Subscription#failure()} then tells
         *     why, and the events are given again after a pause
         */
        void handle(List<RecordedEvent> events);
    }
}
