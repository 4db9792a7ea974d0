package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Decider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * States of streams. Those used last are remembered, so that only what was appended since is
 * folded; others begin at a snapshot, where there is one.
 */
final class Folds<S, E> {
    private static final int REMEMBERED = 256;
    private static final int PAGE = 1_000;

    private final EventStore store;
    private final Decider<S, ?, E> decider;
    private final EventFormat<E> format;
    private final Optional<Snapshotting<S>> snapshots;
    private final Map<StreamName, Fold<S>> remembered = new LinkedHashMap<>(16, 0.75f, true);

    Folds(
            EventStore store,
            Decider<S, ?, E> decider,
            EventFormat<E> format,
            Optional<Snapshotting<S>> snapshots) {
        this.store = store;
        this.decider = decider;
        this.format = format;
        this.snapshots = snapshots;
    }

    /** As the store has it. */
    Fold<S> current(StreamName stream) {
        Fold<S> begin = recall(stream).orElseGet(() -> atSnapshot(stream));
        Fold<S> fold = begin;
        RecordedEvent last = null;
        List<RecordedEvent> page;
        do {
            page = store.read(stream, fold.version(), PAGE);
            for (RecordedEvent kept : page) {
                fold = next(fold, kept);
                last = kept;
            }
        } while (page.size() == PAGE);
        remember(stream, fold);
        if (last != null && snapshots.isPresent()) {
            snapshots.get().keep(begin.version(), fold, last);
        }
        return fold;
    }

    private Fold<S> atSnapshot(StreamName stream) {
        return snapshots
                .flatMap(kept -> kept.recall(store, stream))
                .orElseGet(() -> new Fold<>(decider.initial(), 0, 0));
    }

    private Fold<S> next(Fold<S> fold, RecordedEvent kept) {
        E event = format.read(kept.event().type(), kept.event().payload());
        return new Fold<>(decider.evolve(fold.state(), event), kept.version(), kept.position());
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
