package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How states of streams are kept as snapshots: one each so many events. What is kept is only ever a
 * shortcut to what the events say: one that is damaged, of another format, or behind which the
 * event is another one, is passed over, and a failure to keep one is no failure of who asked for
 * the state. Thread-safe.
 *
 * <pre>
 *  kept: SHA-256 over all of this   32 bytes   format | link of the event | version | state
 *        state                      as its format writes it
 * </pre>
 */
public final class Snapshotting<S> {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshotting.class);
    private static final int DIGEST_BYTES = 32;

    private final Snapshots snapshots;
    private final StateFormat<S> format;
    private final int every;

    /**
     * @param every so many events of a stream one is kept; shorter streams have none
     */
    public Snapshotting(Snapshots snapshots, StateFormat<S> format, int every) {
        if (every < 1) {
            throw new IllegalArgumentException("a snapshot each " + every + " events: from 1");
        }
        this.snapshots = snapshots;
        this.format = format;
        this.every = every;
    }

    /** The state at the newest snapshot that holds by the events of the store. */
    Optional<Fold<S>> recall(EventStore store, StreamName stream) {
        try {
            return snapshots.newest(stream).flatMap(kept -> fold(store, kept));
        } catch (Fault | IllegalArgumentException unusable) {
            passedOver(stream, unusable);
            return Optional.empty();
        }
    }

    /**
     * Keeps the state where it is due.
     *
     * @param before the version that was folded on from
     * @param last the last event in it
     */
    void keep(long before, Fold<S> fold, RecordedEvent last) {
        if (fold.version() / every == before / every) {
            return;
        }
        try {
            byte[] state = format.write(fold.state());
            byte[] digest = digest(last.hash(), last.version(), state);
            byte[] kept =
                    ByteBuffer.allocate(DIGEST_BYTES + state.length).put(digest).put(state).array();
            snapshots.keep(
                    new Snapshot(last.stream(), last.version(), last.hash(), format.name(), kept));
        } catch (RuntimeException failed) {
            passedOver(last.stream(), failed);
        }
    }

    private Optional<Fold<S>> fold(EventStore store, Snapshot kept) {
        if (!kept.format().equals(format.name()) || kept.state().length < DIGEST_BYTES) {
            return Optional.empty();
        }
        byte[] digest = Arrays.copyOf(kept.state(), DIGEST_BYTES);
        byte[] state = Arrays.copyOfRange(kept.state(), DIGEST_BYTES, kept.state().length);
        List<RecordedEvent> last = store.read(kept.stream(), kept.version() - 1, 1);
        if (last.isEmpty()
                || !last.getFirst().hash().equals(kept.hash())
                || !MessageDigest.isEqual(digest, digest(kept.hash(), kept.version(), state))) {
            return Optional.empty();
        }
        return Optional.of(
                new Fold<>(format.read(state), kept.version(), last.getFirst().position()));
    }

    private byte[] digest(ChainHash link, long version, byte[] state) {
        MessageDigest digest = Sha256.begin();
        digest.update(format.name().getBytes(StandardCharsets.UTF_8));
        digest.update(link.toBytes());
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(version).flip());
        return digest.digest(state);
    }

    private static void passedOver(StreamName stream, RuntimeException reason) {
        LOG.atWarn()
                .setCause(reason)
                .addKeyValue("stream", stream)
                .log("a snapshot was passed over; the events tell the state");
    }
}
