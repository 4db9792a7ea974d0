package dev.vitalcore.platform.projection;

import dev.vitalcore.platform.events.RecordedEvent;
import java.util.List;

/**
 * Events that stand one after the other in the store, without those that the projection does not
 * read.
 *
 * @param end the position of the last, whether it is read or not
 * @param full whether there may be more behind it already
 */
record Page<E>(List<Item<E>> items, long end, boolean full) {
    List<Page<E>> halves() {
        int middle = items.size() / 2;
        List<Item<E>> first = items.subList(0, middle);
        return List.of(
                new Page<>(first, first.getLast().recorded().position(), true),
                new Page<>(items.subList(middle, items.size()), end, full));
    }

    /** An event that is to be brought into the view. */
    sealed interface Item<E> {
        RecordedEvent recorded();
    }

    record Decoded<E>(Seen<E> seen) implements Item<E> {
        @Override
        public RecordedEvent recorded() {
            return seen.recorded();
        }
    }

    /** Its payload could not be read. */
    record Undecodable<E>(RecordedEvent recorded, RuntimeException failure) implements Item<E> {}
}
