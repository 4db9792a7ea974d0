package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Moment;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.timing.application.RevisionReader.Asked;
import dev.vitalcore.timing.domain.LapBook;
import dev.vitalcore.timing.domain.Revision;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * What timing knew at a moment: only what had happened by one time, and of that only what the log
 * had by another. Answers are of one snapshot. Any thread may ask.
 */
public final class TimingHistory {
    private final Database database;
    private final RevisionReader revisions;

    TimingHistory(Database database, Codec<TimingEvent> codec) {
        this.database = database;
        this.revisions = new RevisionReader(codec);
    }

    /** The laps of all cars, by car, then number; each event is a {@link LapCompleted}. */
    public List<Revision> laps(SessionId session, Moment moment) {
        return laps(new Asked(session, Optional.empty()), moment);
    }

    /** The laps of a car, by number. */
    public List<Revision> laps(EntryId entry, Moment moment) {
        return laps(new Asked(entry.session(), Optional.of(entry.car())), moment);
    }

    private List<Revision> laps(Asked asked, Moment moment) {
        return read(asked, EnumSet.of(FactKind.LAP), moment).stream()
                .filter(revision -> revision.event() instanceof LapCompleted)
                .sorted(
                        Comparator.comparing((Revision revision) -> revision.event().entry())
                                .thenComparingInt(
                                        revision -> ((LapCompleted) revision.event()).number()))
                .toList();
    }

    /** All that was known of all cars, by car, then subject; without what had been withdrawn. */
    public List<Revision> facts(SessionId session, Moment moment) {
        return read(session, EnumSet.allOf(FactKind.class), moment).stream()
                .filter(revision -> !(revision.event() instanceof TimingEvent.Withdrawn))
                .sorted(
                        Comparator.comparing((Revision revision) -> revision.event().entry())
                                .thenComparing(revision -> revision.event().subject()))
                .toList();
    }

    /** The cars that had a lap or a track, in the order of their best laps. */
    public List<EntrySummary> summaries(SessionId session, Moment moment) {
        return EntrySummary.ofAll(
                books(read(session, EnumSet.of(FactKind.LAP, FactKind.TRACK), moment)));
    }

    /**
     * The order of the race.
     *
     * @param flagTold when the chequered flag was told, event time; empty where it was not
     * @param newestNanos event time of the newest sample that the session has now
     */
    public RaceStandings raceStandings(
            SessionId session, Moment moment, OptionalLong flagTold, long newestNanos) {
        List<Revision> held = read(session, RaceStanding.KINDS, moment);
        OptionalLong newest =
                moment.knownAtNanos().isPresent() ? newest(held) : OptionalLong.of(newestNanos);
        if (newest.isEmpty()) {
            return RaceStandings.NOTHING_KNOWN;
        }
        long at = Math.min(moment.asOfNanos().orElse(Long.MAX_VALUE), newest.getAsLong());
        return new RaceStandings(OptionalLong.of(at), RaceStanding.of(books(held), flagTold, at));
    }

    /**
     * The standings of a race.
     *
     * @param atNanos the event time that they are of: that which was asked for, or up to which it
     *     was known, if that is earlier; empty where nothing was known
     */
    public record RaceStandings(OptionalLong atNanos, List<RaceStanding> order) {
        static final RaceStandings NOTHING_KNOWN =
                new RaceStandings(OptionalLong.empty(), List.of());

        public RaceStandings {
            order = List.copyOf(order);
        }
    }

    /** How far the cars had been followed: nobody knows any more up to which sample. */
    private static OptionalLong newest(List<Revision> held) {
        return held.stream()
                .mapToLong(Revision::happenedNanos)
                .filter(nanos -> nanos > Long.MIN_VALUE)
                .max();
    }

    private static Map<EntryId, LapBook> books(List<Revision> held) {
        Map<EntryId, LapBook> books = new TreeMap<>();
        for (Revision revision : held) {
            books.computeIfAbsent(revision.event().entry(), entry -> new LapBook())
                    .apply(revision.event());
        }
        return books;
    }

    private List<Revision> read(SessionId session, Set<FactKind> kinds, Moment moment) {
        return read(new Asked(session, Optional.empty()), kinds, moment);
    }

    private List<Revision> read(Asked asked, Set<FactKind> kinds, Moment moment) {
        return database.read(connection -> revisions.read(connection, asked, kinds, moment));
    }
}
