package dev.vitalcore.platform.projection;

import dev.vitalcore.platform.events.EventFormat;
import dev.vitalcore.platform.events.EventStore;
import dev.vitalcore.platform.events.RecordedEvent;
import dev.vitalcore.platform.projection.Page.Decoded;
import dev.vitalcore.platform.projection.Page.Item;
import dev.vitalcore.platform.projection.Page.Undecodable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads events and what their payloads say. Thread-safe. */
final class PageReader<E> {
    private final EventStore store;
    private final EventFormat<E> format;
    private final Set<String> categories;

    PageReader(EventStore store, EventFormat<E> format, Set<String> categories) {
        this.store = store;
        this.format = format;
        this.categories = Set.copyOf(categories);
    }

    /** What comes after a position; without items and ending there where nothing does. */
    Page<E> after(long position, int limit) {
        List<RecordedEvent> events = store.readAll(position, limit);
        return events.isEmpty()
                ? new Page<>(List.of(), position, false)
                : page(events, events.size() == limit);
    }

    Page<E> page(List<RecordedEvent> events, boolean full) {
        List<Item<E>> items = new ArrayList<>(events.size());
        for (RecordedEvent recorded : events) {
            if (categories.contains(recorded.stream().category())) {
                items.add(item(recorded));
            }
        }
        return new Page<>(items, events.getLast().position(), full);
    }

    Item<E> item(RecordedEvent recorded) {
        try {
            E event = format.read(recorded.event().type(), recorded.event().payload());
            return new Decoded<>(new Seen<>(recorded, event));
        } catch (RuntimeException e) {
            return new Undecodable<>(recorded, e);
        }
    }
}
