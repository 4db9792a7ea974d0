package dev.vitalcore.platform.events;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Snapshots of this process alone. It passes the contract as the real ones do. */
public final class InMemorySnapshots implements Snapshots {
    private final Map<StreamName, Snapshot> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<Snapshot> newest(StreamName stream) {
        return Optional.ofNullable(kept.get(stream));
    }

    @Override
    public void keep(Snapshot snapshot) {
        kept.merge(
                snapshot.stream(),
                snapshot,
                (old, now) ->
                        now.version() > old.version() || !now.format().equals(old.format())
                                ? now
                                : old);
    }

    /** What a damaged disk or another program leaves. */
    public void replace(Snapshot snapshot) {
        kept.put(snapshot.stream(), snapshot);
    }

    public void clear() {
        kept.clear();
    }
}
