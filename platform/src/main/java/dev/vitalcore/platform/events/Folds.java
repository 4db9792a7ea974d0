package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Decider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * States of streams. Those used last are remembered, so that only what was appended since is
 * folded.
 */
final class Folds<S, E> {
    private static final int REMEMBERED = 256;
    private static final int PAGE = 1_000;

    private final EventStore store;
    private final Decider<S, ?, E> decider;
    private final EventFormat<E> format;
    private final Map<StreamName, Fold<S>> remembered = new LinkedHashMap<>(16, 0.75f, true);

    Folds(EventStore store, Decider<S, ?, E> decider, EventFormat<E> format) {
        this.store = store;
        this.decider = decider;
        this.format = format;
    }

    /** As the store has it. */
    Fold<S> current(StreamName stream) {
        Fold<S> fold = recall(stream).orElseGet(() -> new Fold<>(decider.initial(), 0, 0));
        List<RecordedEvent> page;
        do {
            page = store.read(stream, fold.version(), PAGE);
            for (RecordedEvent kept : page) {
                E event = format.read(kept.event().type(), kept.event().payload());
                fold =
                        new Fold<>(
                                decider.evolve(fold.state(), event),
                                kept.version(),
                                kept.position());
            }
        } while (page.size() == PAGE);
        remember(stream, fold);
        return fold;
    }

    private Optional<Fold<S>> recall(StreamName stream) {
        synchronized (remembered) {
            return Optional.ofNullable(remembered.get(stream));
        }
    }

    /** One that is newer stays. */
    private void remember(StreamName stream, Fold<S> fold) {
        synchronized (remembered) {
            remembered.merge(stream, fold, (old, now) -> old.version() > now.version() ? old : now);
            if (remembered.size() > REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
    }
}
