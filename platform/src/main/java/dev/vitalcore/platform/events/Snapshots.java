package dev.vitalcore.platform.events;

import java.util.Optional;

/** A cache of folded states. Nothing depends on what it holds, or whether it holds anything. */
public interface Snapshots {
    /** The newest snapshot of the stream that is still there. */
    Optional<Snapshot> newest(StreamName stream);

    /** Keeps it instead of an older one; one that is older than what is there changes nothing. */
    void keep(Snapshot snapshot);
}
