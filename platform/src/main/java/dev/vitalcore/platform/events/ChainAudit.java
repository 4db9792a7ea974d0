package dev.vitalcore.platform.events;

import dev.vitalcore.kernel.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks whether what a store holds is what was once appended to it. A change of any field, an event
 * that was removed, put in or moved, breaks the chain of its stream or the count of positions. Who
 * can write to the store can also make every link anew; against that helps a {@link Seal} that was
 * noted elsewhere: it changes with anything at or before its position.
 *
 * <p>Keeps one link a stream in memory.
 */
public final class ChainAudit {
    private static final int PAGE = 5_000;
    private static final int FINDINGS_LIMIT = 100;

    private final EventStore store;
    private final Map<StreamName, StreamHead> heads = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final MessageDigest sealing = Sha256.begin();
    private final Optional<Seal> expected;
    private long position;

    private ChainAudit(EventStore store, Optional<Seal> expected) {
        this.store = store;
        this.expected = expected;
    }

    /**
     * Reads the whole store.
     *
     * @param expected a seal that was noted earlier
     */
    public static Report of(EventStore store, Optional<Seal> expected) {
        ChainAudit audit = new ChainAudit(store, expected);
        long end = store.end();
        audit.readTo(end);
        audit.compareHeads();
        audit.compareExpected();
        return new Report(
                audit.position, audit.heads.size(), audit.seal(), List.copyOf(audit.findings));
    }

    private void readTo(long end) {
        while (position < end) {
            List<RecordedEvent> page =
                    store.readAll(position, (int) Math.min(PAGE, end - position));
            if (page.isEmpty()) {
                find(position, "the events after it are missing: the store counts " + end);
                return;
            }
            page.forEach(this::follow);
        }
    }

    private void follow(RecordedEvent event) {
        if (event.position() != position + 1) {
            find(event.position(), "it follows on position " + position + ": events are missing");
        }
        position = event.position();
        StreamHead before = heads.getOrDefault(event.stream(), StreamHead.empty(event.stream()));
        if (event.version() != before.version() + 1) {
            find(event.position(), place(event) + " follows on version " + before.version());
        } else if (!before.hash().next(event).equals(event.hash())) {
            find(event.position(), place(event) + " is not what was appended");
        }
        heads.put(event.stream(), new StreamHead(event.stream(), event.version(), event.hash()));
        sealing.update(event.hash().toBytes());
        expected.filter(seal -> seal.position() == position)
                .filter(seal -> !seal.digest().equals(seal().digest()))
                .ifPresent(seal -> find(position, "the store was sealed here as another"));
    }

    /** The end of a stream that was cut off shows in what the store counts. */
    private void compareHeads() {
        String after = "";
        List<StreamHead> page;
        do {
            page = store.heads(after, PAGE);
            for (StreamHead counted : page) {
                after = counted.stream().toString();
                StreamHead read =
                        heads.getOrDefault(counted.stream(), StreamHead.empty(counted.stream()));
                // What was appended while this read is beyond the last position.
                if (counted.version() < read.version()
                        || (counted.version() == read.version() && !counted.equals(read))
                        || (counted.version() > read.version() && isCut(counted, read))) {
                    find(
                            position,
                            counted.stream()
                                    + " ends with version "
                                    + read.version()
                                    + ", the store counts "
                                    + counted.version());
                }
            }
        } while (page.size() == PAGE);
    }

    private boolean isCut(StreamHead counted, StreamHead read) {
        List<RecordedEvent> next = store.read(counted.stream(), read.version(), 1);
        return next.isEmpty() || next.getFirst().position() <= position;
    }

    private void compareExpected() {
        expected.filter(seal -> seal.position() > position)
                .ifPresent(seal ->
                        find(
                                position,
                                "the store ends here and was sealed at position "
                                        + seal.position()));
    }

    private void find(long at, String what) {
        if (findings.size() < FINDINGS_LIMIT) {
            findings.add(new Finding(at, what));
        }
    }

    private Seal seal() {
        try {
            MessageDigest soFar = (MessageDigest) sealing.clone();
            return new Seal(position, HexFormat.of().formatHex(soFar.digest()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }

    private static String place(RecordedEvent event) {
        return event.stream() + " version " + event.version() + " (" + event.event().type() + ")";
    }

    /**
     * What was found.
     *
     * @param position up to which the store was read
     * @param findings the first hundred; none: all is as it was appended
     */
    public record Report(long position, int streams, Seal seal, List<Finding> findings) {}

    /** One place that is not as it was. */
    public record Finding(long position, String what) {}
}
