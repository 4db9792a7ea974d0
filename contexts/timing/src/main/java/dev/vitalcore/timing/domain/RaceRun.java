package dev.vitalcore.timing.domain;

import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.contracts.timing.TimingEvent.LapKind;
import dev.vitalcore.contracts.timing.TimingEvent.Witness;
import dev.vitalcore.kernel.EntryId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What is known of a car in a race at a time.
 *
 * @param line at which its laps were seen to end; empty where no track tells it
 * @param laps over by then, that ended at a line, by their ends: each is a passing
 * @param finished it has passed the line under the chequered flag
 */
record RaceRun(EntryId entry, Optional<TimedLine> line, List<LapCompleted> laps, boolean finished) {
    static final Comparator<RaceRun> ORDER =
            Comparator.<RaceRun>comparingInt(run -> -run.count())
                    .thenComparing(RaceRun::firstDifference)
                    .thenComparing(RaceRun::entry);

    static RaceRun of(EntryId entry, LapBook book, long atNanos) {
        List<LapCompleted> laps =
                book.laps().stream()
                        .filter(lap -> lap.endedBy() != Witness.RECORDING)
                        .filter(lap -> lap.endNanos() <= atNanos)
                        .sorted(Comparator.comparingLong(LapCompleted::endNanos))
                        .toList();
        return new RaceRun(entry, book.track().flatMap(TimedLine::of), laps, false);
    }

    /** Its race ends where it passes the line for the first time from that moment on. */
    RaceRun untilFirstFrom(long nanos) {
        int driven = (int) laps.stream().takeWhile(lap -> lap.endNanos() < nanos).count();
        return driven < laps.size()
                ? new RaceRun(entry, line, laps.subList(0, driven + 1), true)
                : this;
    }

    /** Passings of the line. */
    int count() {
        return laps.size();
    }

    /** Passings up to a moment. */
    int countUntil(long nanos) {
        return (int) laps.stream().takeWhile(lap -> lap.endNanos() <= nanos).count();
    }

    /**
     * @param passing from 1
     */
    long passedAt(int passing) {
        return laps.get(passing - 1).endNanos();
    }

    /** The last passing; of equal ones the passing before tells who was ahead, and so on. */
    private static int firstDifference(RaceRun one, RaceRun other) {
        return IntStream.iterate(one.count(), passing -> passing > 0, passing -> passing - 1)
                .map(passing -> Long.compare(one.passedAt(passing), other.passedAt(passing)))
                .filter(compared -> compared != 0)
                .findFirst()
                .orElse(0);
    }

    /**
     * A car is laps down when the other one had passed the line as often and once more before it
     * did; one that stopped, when the other one has gone round without it since.
     */
    RaceOrder.Gap behind(RaceRun ahead, long atNanos) {
        int count = count();
        if (count == 0) {
            return new RaceOrder.Gap.None();
        }
        if (!passedOneLine(ahead)) {
            return new RaceOrder.Gap.Unknown();
        }
        boolean certain = certainAgainst(ahead);
        int more = ahead.count() - count;
        int laps = finished ? more : more - 1;
        if (certain) {
            laps = Math.max(laps, ahead.countUntil(passedAt(count)) - count);
        }
        if (laps > 0) {
            return new RaceOrder.Gap.Laps(laps);
        }
        if (!certain) {
            return new RaceOrder.Gap.Unknown();
        }
        long atLine = passedAt(count) - ahead.passedAt(count);
        // The other one has passed the line again, and this one is not there yet.
        long awaited = more > 0 ? atNanos - ahead.passedAt(count + 1) : 0;
        return new RaceOrder.Gap.Time(Math.max(atLine, awaited));
    }

    /** Whether this car's last passing and the other one's as many were seen at one line. */
    private boolean passedOneLine(RaceRun ahead) {
        return line.isPresent()
                && ahead.line.isPresent()
                && line.get().sameAs(ahead.line.get())
                && line.get().ended(laps.getLast())
                && againstMine(ahead).allMatch(ahead.line.get()::ended);
    }

    private boolean certainAgainst(RaceRun ahead) {
        return Stream.concat(Stream.of(laps.getLast()), againstMine(ahead))
                .noneMatch(LapCertainty::uncertain);
    }

    /** The other one's passings with which this car's last one is compared. */
    private Stream<LapCompleted> againstMine(RaceRun ahead) {
        return ahead.laps.stream().skip(count() - 1L).limit(2);
    }

    OptionalLong lastLap() {
        return wellKnown(LapKind.FLYING, LapKind.IN).reduce((before, after) -> after);
    }

    OptionalLong bestLap() {
        return wellKnown(LapKind.FLYING).min();
    }

    private LongStream wellKnown(LapKind... kinds) {
        List<LapKind> wanted = List.of(kinds);
        return laps.stream()
                .filter(lap -> wanted.contains(lap.kind()) && !LapCertainty.uncertain(lap))
                .mapToLong(LapCompleted::durationNanos);
    }
}
