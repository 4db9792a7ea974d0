package dev.vitalcore.telemetry.application;

import dev.vitalcore.contracts.telemetry.Trackside.RaceFlag;
import dev.vitalcore.telemetry.domain.RaceControlLog;
import dev.vitalcore.telemetry.domain.RaceControlMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What was said from the beginning of a session on. Not thread-safe. */
final class RaceControlRecord {
    /** Of a session, the newest; bounds the memory: some 5 MB. */
    private static final int MOST = 100_000;

    /** So many of the oldest go at a time, so that each of them costs little. */
    private static final int TOO_MANY = MOST + MOST / 10;

    private final RaceControlLog log;
    private final List<RaceControlMessage> messages;

    /**
     * @param channels what the values of a row are
     */
    RaceControlRecord(List<String> channels) {
        this(new RaceControlLog(channels), new ArrayList<>());
    }

    private RaceControlRecord(RaceControlLog log, List<RaceControlMessage> messages) {
        this.log = log;
        this.messages = messages;
    }

    RaceControlRecord copy() {
        return new RaceControlRecord(log.copy(), new ArrayList<>(messages));
    }

    /** The next row. */
    void accept(long nanos, double[] values) {
        messages.addAll(log.accept(nanos, values));
        if (messages.size() > TOO_MANY) {
            messages.subList(0, messages.size() - MOST).clear();
        }
    }

    /**
     * The newest of a range, of each moment all or none.
     *
     * @param most as long as there are not more at a single moment
     */
    RaceControlReport between(long fromNanos, long toNanos, int most) {
        int from = firstFrom(fromNanos);
        int to = Math.max(from, firstFrom(toNanos));
        int first = Math.max(from, to - most);
        if (first > from) {
            long cut = messages.get(first).atNanos();
            // The moment through which it is cut goes as a whole, unless it is the only one.
            boolean cutThrough = messages.get(first - 1).atNanos() == cut;
            int after = firstFrom(cut + 1);
            first = cutThrough ? (after < to ? after : firstFrom(cut)) : first;
        }
        return new RaceControlReport(messages.subList(first, to), to - from, log.marshalSectors());
    }

    /** When the chequered flag was told for the first time; empty where it was not. */
    OptionalLong chequered() {
        return messages.stream()
                .filter(said ->
                        said instanceof RaceControlMessage.FlagShown shown
                                && shown.flag() == RaceFlag.CHEQUERED)
                .mapToLong(RaceControlMessage::atNanos)
                .findFirst();
    }

    private int firstFrom(long nanos) {
        int low = 0;
        int high = messages.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (messages.get(middle).atNanos() < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
