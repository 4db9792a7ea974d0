package dev.vitalcore.timing.application;

import dev.vitalcore.contracts.timing.TimingEvent;
import dev.vitalcore.contracts.timing.TimingEvent.LapCompleted;
import dev.vitalcore.kernel.EntryId;
import dev.vitalcore.kernel.Fault;
import dev.vitalcore.kernel.SessionId;
import dev.vitalcore.platform.log.Codec;
import dev.vitalcore.platform.log.EventLog;
import dev.vitalcore.platform.log.LogRecord;
import dev.vitalcore.platform.log.Subscription;
import dev.vitalcore.platform.log.Topics;
import dev.vitalcore.platform.sql.Database;
import dev.vitalcore.timing.domain.LapBook;
import dev.vitalcore.timing.domain.RaceOrder;
import dev.vitalcore.timing.domain.Revision;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What timing has found, kept for questions: a projection of the topic {@code timing.events} into
 * SQL. Facts and offsets are committed together, so nothing is lost or doubled over a crash; an
 * event that comes again, or late after its correction, changes nothing. Questions may be asked by
 * any thread.
 */
public final class TimingViews implements LapRecords, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TimingViews.class);

    private final Database database;
    private final Database questions;
    private final Codec<TimingEvent> codec;
    private final FactTable facts;
    private final TimingHistory history;
    private final ChangeListeners listeners = new ChangeListeners();
    private volatile @Nullable Subscription reading;

    /** Makes the tables where they are absent: questions can be asked before {@link #start}. */
    public TimingViews(Database database, Codec<TimingEvent> codec) {
        this(database, database, codec);
    }

    /**
     * The same.
     *
     * @param questions the same database, for what is asked of the views: it may refuse
     */
    public TimingViews(Database database, Database questions, Codec<TimingEvent> codec) {
        this.database = database;
        this.questions = questions;
        this.codec = codec;
        this.facts = new FactTable(codec);
        this.history = new TimingHistory(questions, codec);
        TimingSchema.migrate(database);
    }

    /**
     * Forgets everything where the log has lost its newest records, after a power cut, so that all
     * is made anew from what is left; to be called before {@link #start}. What the lost records
     * said must not stay: timing numbers the same subjects again from an older state, and what it
     * then finds would be taken for known.
     */
    public void goBackToTheEndOf(EventLog log) {
        log.ensureTopic(Topics.timingEvents());
        Map<Integer, Long> ends = log.endOffsets(Topics.TIMING_EVENTS);
        database.<@Nullable Void>write(connection -> {
            boolean lost = false;
            for (Map.Entry<Integer, Long> place : OffsetTable.load(connection).entrySet()) {
                long end = ends.getOrDefault(place.getKey(), 0L);
                if (place.getValue() > end) {
                    lost = true;
                    warnOfLoss(place.getKey(), end, place.getValue());
                }
            }
            if (lost) {
                facts.clear(connection);
                OffsetTable.clear(connection);
            }
            return null;
        });
    }

    /** Begins to read where it left off. */
    public void start(EventLog log) {
        log.ensureTopic(Topics.timingEvents());
        reading = log.readFrom(Topics.TIMING_EVENTS, nextOffsets(), this::project);
    }

    /** Why the last batch could not be kept; empty while all goes well. */
    public Optional<String> failure() {
        Subscription subscription = reading;
        return subscription == null ? Optional.empty() : subscription.failure();
    }

    /** Events on the log that are not in the views yet, as last known. */
    public long lag() {
        Subscription subscription = reading;
        return subscription == null ? 0 : subscription.lag();
    }

    /** Up to where the views are committed: the next offset of each partition that was read. */
    public Map<Integer, Long> nextOffsets() {
        return database.read(OffsetTable::load);
    }

    /** By number. */
    public List<LapCompleted> laps(EntryId entry) {
        return book(entry, FactKind.LAP).laps();
    }

    @Override
    public Optional<LapCompleted> lap(LapReference reference) {
        String subject = "lap/" + reference.lap();
        return questions
                .read(connection -> facts.fact(connection, reference.entry(), subject))
                .filter(LapCompleted.class::isInstance)
                .map(LapCompleted.class::cast);
    }

    /** By lap, then sector. */
    public List<TimingEvent.SectorCompleted> sectors(EntryId entry) {
        return book(entry, FactKind.SECTOR).sectors();
    }

    /** In the order of driving. */
    public List<TimingEvent.GatePassed> passings(EntryId entry) {
        return book(entry, FactKind.PASSING, FactKind.TRACK_PASSING, FactKind.PIT_PASSING)
                .passings();
    }

    /** By time. */
    public List<TimingEvent.TimingWarned> warnings(EntryId entry) {
        return book(entry, FactKind.WARNING).warnings();
    }

    /** The gates in use for the entry; empty where laps come from a logger alone. */
    public Optional<TimingEvent.TrackAdopted> track(EntryId entry) {
        return book(entry, FactKind.TRACK).track();
    }

    /** Position and gap are those of the moment among all entries of the session. */
    public Optional<EntrySummary> summary(EntryId entry) {
        return summaries(entry.session()).stream()
                .filter(summary -> summary.entry().equals(entry))
                .findFirst();
    }

    /** All entries of the session that have a lap or a track, in the order of their positions. */
    public List<EntrySummary> summaries(SessionId session) {
        return EntrySummary.ofAll(books(session, EnumSet.of(FactKind.LAP, FactKind.TRACK)));
    }

    /**
     * The order of a race as it was known at a time, by position; see {@link RaceOrder}. Reads all
     * laps of the session: of 24 hours with 60 cars about 45,000 events.
     *
     * @param flagTold when the chequered flag was told; empty where it was not
     */
    public List<RaceStanding> raceStanding(SessionId session, OptionalLong flagTold, long atNanos) {
        return RaceStanding.of(books(session, RaceStanding.KINDS), flagTold, atNanos);
    }

    /** What was known earlier. */
    public TimingHistory history() {
        return history;
    }

    /**
     * Tells of changes, on the projecting thread, after they are committed: the events of one batch
     * that changed something, in order. Who adds a listener and then asks for a picture of the
     * whole misses nothing; what came in between may be seen twice. Closing the answer ends it.
     */
    public AutoCloseable listen(Consumer<List<TimingEvent>> listener) {
        return listeners.add(listener);
    }

    @Override
    public void close() {
        Subscription subscription = reading;
        if (subscription != null) {
            subscription.close();
        }
    }

    private static void warnOfLoss(int partition, long end, long place) {
        LOG.atWarn()
                .addKeyValue("position", Topics.TIMING_EVENTS + "/" + partition + "@" + end)
                .addKeyValue("lost", place - end)
                .log(
                        "the power cut took records of the log; the views are made anew from what is left");
    }

    private void project(List<LogRecord> records) {
        List<Revision> revisions = new ArrayList<>(records.size());
        for (LogRecord record : records) {
            decode(record)
                    .map(event -> Revision.holding(event, record.recordedNanos()))
                    .ifPresent(revisions::add);
        }
        List<TimingEvent> changes =
                database.write(connection -> {
                    List<TimingEvent> kept = facts.keep(connection, revisions);
                    OffsetTable.advance(connection, records);
                    return kept;
                });
        if (!changes.isEmpty()) {
            listeners.tell(changes);
        }
    }

    /**
     * Passes over what cannot be read, so that one record does not hold up all cars; it stays on
     * the log, where its position finds it.
     */
    private Optional<TimingEvent> decode(LogRecord record) {
        try {
            return Optional.of(codec.decode(record.value()));
        } catch (Fault undecodable) {
            LOG.atError()
                    .setMessage("a timing event cannot be read and is passed over")
                    .addKeyValue("entry", record.key())
                    .addKeyValue(
                            "position",
                            record.topic() + "/" + record.partition() + "@" + record.offset())
                    .setCause(undecodable)
                    .log();
            return Optional.empty();
        }
    }

    private Map<EntryId, LapBook> books(SessionId session, Set<FactKind> kinds) {
        return questions.read(connection -> facts.books(connection, session, kinds));
    }

    private LapBook book(EntryId entry, FactKind kind, FactKind... others) {
        return questions.read(
                connection -> facts.book(connection, entry, EnumSet.of(kind, others)));
    }
}
